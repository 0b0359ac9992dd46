package dev.akin.dynamodb;

import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// Asks for the capacity of every request and adds it up: reads and writes apart.
final class CapacityMeter implements ExecutionInterceptor {
  private static final String TOTAL = "TOTAL";

  private final DoubleAdder reads = new DoubleAdder();
  private final DoubleAdder writes = new DoubleAdder();
  private final LongAdder calls = new LongAdder();

  void reset() {
    reads.reset();
    writes.reset();
    calls.reset();
  }

  double reads() {
    return reads.sum();
  }

  double writes() {
    return writes.sum();
  }

  long calls() {
    return calls.sum();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(TOTAL).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(TOTAL).build();
      case ScanRequest scan -> scan.toBuilder().returnConsumedCapacity(TOTAL).build();
      case BatchGetItemRequest batch -> batch.toBuilder().returnConsumedCapacity(TOTAL).build();
      case BatchWriteItemRequest batch -> batch.toBuilder().returnConsumedCapacity(TOTAL).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(TOTAL).build();
      case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(TOTAL).build();
      case DeleteItemRequest delete -> delete.toBuilder().returnConsumedCapacity(TOTAL).build();
      case TransactWriteItemsRequest transaction ->
          transaction.toBuilder().returnConsumedCapacity(TOTAL).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    boolean read =
        switch (context.request()) {
          case GetItemRequest _, QueryRequest _, ScanRequest _, BatchGetItemRequest _ -> true;
          default -> false;
        };
    (read ? reads : writes).add(units(context));
    calls.increment();
  }

  private static double units(Context.AfterExecution context) {
    return context
        .response()
        .getValueForField("ConsumedCapacity", Object.class)
        .map(CapacityMeter::sum)
        .orElse(0.0);
  }

  private static double sum(Object consumed) {
    return switch (consumed) {
      case ConsumedCapacity one -> one.capacityUnits();
      case List<?> several -> several.stream().mapToDouble(CapacityMeter::sum).sum();
      default -> throw new IllegalArgumentException(consumed.toString());
    };
  }
}
