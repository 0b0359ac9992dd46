/// The command line. The entry type is [dev.akin.local.command.Akin].
@NullMarked
package dev.akin.local.command;

import org.jspecify.annotations.NullMarked;
