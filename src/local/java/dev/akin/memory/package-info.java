/// Every port in memory, for tests and the tools of a workstation. Passes the contract tests that
/// the real store passes. May import shop, model and port.
@NullMarked
package dev.akin.memory;

import org.jspecify.annotations.NullMarked;
