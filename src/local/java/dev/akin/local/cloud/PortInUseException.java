package dev.akin.local.cloud;

import java.io.IOException;

/// Another program listens on the port already.
public final class PortInUseException extends IOException {
  PortInUseException(int port, Throwable cause) {
    super("port " + port + " is in use; choose another one, or 0 for any free one", cause);
  }
}
