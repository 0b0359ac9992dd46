/// The embedded cloud: DynamoDB Local, the functions of function.zip as processes of their own, and
/// an HTTP API in front of them, laid out by infra/template.yaml. The entry type is
/// [dev.akin.local.cloud.LocalCloud].
@NullMarked
package dev.akin.local.cloud;

import org.jspecify.annotations.NullMarked;
