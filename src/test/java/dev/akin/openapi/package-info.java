/// Holds `infra/openapi.yaml` to what the functions take and answer.
@NullMarked
package dev.akin.openapi;

import org.jspecify.annotations.NullMarked;
