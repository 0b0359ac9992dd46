/// The local cloud: what a workstation needs to run the functions as they are deployed. Never part
/// of function.zip. May import everything.
@NullMarked
package dev.akin.local;

import org.jspecify.annotations.NullMarked;
