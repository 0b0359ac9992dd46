package dev.akin.local.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/// The folder in which tables are kept from one run to the next; one program at a time may have it.
///
/// DynamoDB Local waits for the disk several times per written row, which makes a few dozen rows a
/// second on an ordinary one. So where the system has a file system in memory, the tables live
/// there while they are in use, and are saved when the program ends. If it was killed, the next run
/// finds them in memory; only the end of the whole machine loses what was not saved.
public final class TableFolder implements AutoCloseable {
  private static final Path MEMORY = Path.of("/dev/shm");
  private static final long FEWEST_FREE_BYTES = 2L << 30;

  private final Path kept;
  private final Path live;
  private final FileChannel lock;

  private TableFolder(Path kept, Path live, FileChannel lock) {
    this.kept = kept;
    this.live = live;
    this.lock = lock;
  }

  /// @param kept is made if it does not exist
  /// @throws IOException also if another program has it
  public static TableFolder open(Path kept) throws IOException {
    Path folder = Files.createDirectories(kept).toRealPath();
    FileChannel lock = lock(folder);
    try {
      Path live = live(folder);
      if (!live.equals(folder) && Files.notExists(live)) {
        load(folder, live);
      }
      return new TableFolder(folder, live, lock);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /// Where DynamoDB Local finds and leaves its files.
  public Path path() {
    return live;
  }

  /// Saves the tables; DynamoDB Local must have ended.
  @Override
  public void close() {
    try (lock) {
      if (!live.equals(kept)) {
        copy(live, kept);
        Path half = half(live);
        Files.move(live, half, StandardCopyOption.ATOMIC_MOVE);
        delete(half);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the tables could not be saved to " + kept, e);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException withinThisProgram) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw new IOException("another program uses the tables in " + folder);
    }
    return channel;
  }

  private static Path live(Path folder) throws IOException {
    if (!Files.isWritable(MEMORY)
        || Files.getFileStore(MEMORY).getUsableSpace() < FEWEST_FREE_BYTES) {
      return folder;
    }
    String name = Integer.toHexString(folder.toString().hashCode());
    return MEMORY.resolve("akin-" + System.getProperty("user.name") + "-" + name);
  }

  /// All of the tables or nothing: a run that is killed while it copies leaves nothing that the
  /// next one could take for the tables and save over them.
  private static void load(Path kept, Path live) throws IOException {
    Path half = half(live);
    if (Files.exists(half)) {
      delete(half);
    }
    copy(kept, Files.createDirectory(half));
    Files.move(half, live, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path half(Path live) {
    return live.resolveSibling(live.getFileName() + ".half");
  }

  private static void delete(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    Files.delete(folder);
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path part = to.resolve(file.getFileName() + ".part");
      Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(
          part,
          to.resolve(file.getFileName()),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().contains(".db")).toList();
    }
  }
}
