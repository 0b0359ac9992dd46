package dev.akin.dynamodb;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.SocketException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/// Stands before a store and lets single calls go wrong as a network does.
final class FaultyDynamo {
  private final DynamoDbClient store;
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, IntConsumer> before = new HashMap<>();
  private final Map<String, IntConsumer> after = new HashMap<>();

  FaultyDynamo(DynamoDbClient store) {
    this.store = store;
  }

  /// Runs before each call of an operation, which it may keep from the store by a fault.
  ///
  /// @param hook gets the number of the call, from 1
  FaultyDynamo before(String operation, IntConsumer hook) {
    before.put(operation, hook);
    return this;
  }

  /// Runs after each call of an operation, whose answer it may lose by a fault.
  ///
  /// @param hook gets the number of the call, from 1
  FaultyDynamo after(String operation, IntConsumer hook) {
    after.put(operation, hook);
    return this;
  }

  /// A connection that breaks: whether the store did what it was asked for, nobody knows.
  static SdkClientException lost() {
    return SdkClientException.create("connection reset", new SocketException("reset"));
  }

  DynamoDbClient client() {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              // The variants with a consumer build a request and call the one that takes it.
              if (method.isDefault() && !(arguments[0] instanceof DynamoDbRequest)) {
                return java.lang.reflect.InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              String operation = method.getName();
              int number = calls.merge(operation, 1, Integer::sum);
              before.getOrDefault(operation, _ -> {}).accept(number);
              try {
                Object answer = method.invoke(store, arguments);
                after.getOrDefault(operation, _ -> {}).accept(number);
                return answer;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
