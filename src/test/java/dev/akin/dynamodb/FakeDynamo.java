package dev.akin.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/// A client that answers as a test tells it to and keeps every request.
class FakeDynamo implements DynamoDbClient {
  final List<Object> requests = new ArrayList<>();
  Function<BatchWriteItemRequest, BatchWriteItemResponse> onBatchWrite =
      _ -> BatchWriteItemResponse.builder().build();
  Function<BatchGetItemRequest, BatchGetItemResponse> onBatchGet =
      _ -> BatchGetItemResponse.builder().build();
  Function<TransactWriteItemsRequest, TransactWriteItemsResponse> onTransaction =
      _ -> TransactWriteItemsResponse.builder().build();

  Function<UpdateItemRequest, UpdateItemResponse> onUpdate =
      _ -> UpdateItemResponse.builder().build();

  /// A fault with one of the store's error codes.
  static DynamoDbException fault(String code, int status) {
    return (DynamoDbException)
        DynamoDbException.builder()
            .message(code)
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    requests.add(request);
    return onBatchWrite.apply(request);
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    requests.add(request);
    return onBatchGet.apply(request);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    requests.add(request);
    return onTransaction.apply(request);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    requests.add(request);
    return PutItemResponse.builder().build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    requests.add(request);
    return onUpdate.apply(request);
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}
