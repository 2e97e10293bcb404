package io.agenttool.guard.confirm;

import io.agenttool.guard.evidence.OwnerOnly;
import io.agenttool.guard.settings.SettingsException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where calls and persons meet: {@code approvals/} in {@code guard.dir}, with {@code ID.pending}
 * for each call that waits and {@code ID.decision} for what a person said. Both are sealed with
 * {@code approvals.key}, which lies beside the folder.
 */
public final class ApprovalFolder {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
  private static final String PENDING = ".pending";
  private static final String DECISION = ".decision";
  private static final int LONGEST_FILE = 4 << 20;
  private static final int LONGEST_REASON = 500;
  private static final SecureRandom random = new SecureRandom();

  private final Path folder;
  private final Seal seal;

  private ApprovalFolder(Path folder, byte[] key) {
    this.folder = folder;
    this.seal = new Seal(key);
  }

  /**
   * The folder and its key, made where there are none.
   *
   * @throws SettingsException where that fails
   */
  static synchronized ApprovalFolder make(File guardDir) {
    Path above = OwnerOnly.folder("guard.dir", guardDir);
    Path folder = OwnerOnly.folder("guard.dir", above.resolve("approvals").toFile());
    Path key = above.resolve("approvals.key");
    try {
      if (!Files.exists(key, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = new byte[Seal.KEY_LENGTH];
        random.nextBytes(bytes);
        publish(above, key, bytes);
      }
      return new ApprovalFolder(folder, key(key));
    } catch (IOException e) {
      throw new SettingsException(
          "guard.dir", "'" + key + "' cannot be made or read: " + OwnerOnly.reason(e));
    }
  }

  /**
   * The folder that a guarded JVM made.
   *
   * @param guardDir the JVM's {@code guard.dir}
   * @throws IOException where there is none; the message is one line
   */
  public static ApprovalFolder open(File guardDir) throws IOException {
    Path folder = guardDir.toPath().resolve("approvals");
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "no guarded JVM has waited for an approval in '"
              + guardDir
              + "'; name its guard.dir with --dir");
    }
    return new ApprovalFolder(folder, key(guardDir.toPath().resolve("approvals.key")));
  }

  /** The genuine pending approvals of JVMs that are there, oldest first. */
  public List<PendingApproval> pending() throws IOException {
    List<PendingApproval> all = new ArrayList<>();
    for (Path file : files("*" + PENDING)) {
      PendingApproval pending = genuine(id(file));
      if (pending != null && pending.isAlive()) {
        all.add(pending);
      }
    }
    all.sort(Comparator.comparing(PendingApproval::created));
    return all;
  }

  /**
   * Decides. Once: the first decision stands.
   *
   * @param id as {@link #pending} gives it
   * @param reason why, for the model and the audit log; empty for none
   * @return what was decided on
   * @throws IOException where nothing of this id waits; the message is one line
   */
  public PendingApproval decide(String id, boolean approved, String reason, Instant now)
      throws IOException {
    PendingApproval pending = ID.matcher(id).matches() ? genuine(id) : null;
    if (pending == null || !pending.isAlive()) {
      throw new IOException("no call waits for approval '" + id + "'");
    }
    String shortReason =
        reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    Decision decision = new Decision(id, pending.digest(), approved, now, shortReason);
    Path file = folder.resolve(id + DECISION);
    try {
      publish(folder, file, seal.sealed(decision.write()));
    } catch (FileAlreadyExistsException e) {
      throw new IOException("approval '" + id + "' was decided already", e);
    }
    if (!Files.exists(folder.resolve(id + PENDING)) && Files.deleteIfExists(file)) {
      throw new IOException("the call of approval '" + id + "' waits no longer");
    }
    return pending;
  }

  /** A new id. */
  static String newId() {
    byte[] id = new byte[8];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }

  /** Bytes that nobody can guess. */
  static byte[] newNonce() {
    byte[] nonce = new byte[32];
    random.nextBytes(nonce);
    return nonce;
  }

  /** Makes a call wait. */
  void put(String id, byte[] pending) throws IOException {
    publish(folder, folder.resolve(id + PENDING), seal.sealed(pending));
  }

  /**
   * Takes the decision on a call, so that nobody can take it again.
   *
   * @return {@code null} where there is none yet
   * @throws IOException where there is a file that no person's command wrote
   */
  @Nullable Decision take(String id) throws IOException {
    Path claimed = folder.resolve(id + ".claimed");
    try {
      Files.move(folder.resolve(id + DECISION), claimed, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return null;
    }
    try {
      byte[] bytes = read(claimed);
      if (!seal.isGenuine(bytes)) {
        throw new IOException("it is not sealed with Guard's key");
      }
      return Decision.read(bytes);
    } finally {
      Files.deleteIfExists(claimed);
    }
  }

  /** Ends a call's wait. */
  void remove(String id) throws IOException {
    Files.deleteIfExists(folder.resolve(id + PENDING));
    Files.deleteIfExists(folder.resolve(id + DECISION));
  }

  /** Removes what JVMs that are gone left, and what is none of Guard's. */
  void sweep() throws IOException {
    for (Path file : files("*")) {
      String id = id(file);
      PendingApproval pending = genuine(id);
      if (pending == null || !pending.isAlive()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private @Nullable PendingApproval genuine(String id) {
    try {
      byte[] bytes = read(folder.resolve(id + PENDING));
      PendingApproval pending = seal.isGenuine(bytes) ? PendingApproval.read(bytes) : null;
      return pending != null && pending.id().equals(id) ? pending : null;
    } catch (IOException e) {
      return null;
    }
  }

  private List<Path> files(String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
      for (Path file : stream) {
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
          files.add(file);
        }
      }
    }
    return files;
  }

  private static String id(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static byte[] key(Path file) throws IOException {
    byte[] key = read(file);
    if (key.length != Seal.KEY_LENGTH) {
      throw new IOException("'" + file + "' is not a key of Guard's");
    }
    return key;
  }

  /**
   * Not by a channel, which an interrupt would close: the caller may be about to be interrupted.
   */
  private static byte[] read(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("'" + file + "' is not a plain file");
    }
    try (FileInputStream in = new FileInputStream(file.toFile())) {
      return in.readNBytes(LONGEST_FILE);
    }
  }

  /** A file appears with all its bytes or not at all, and never in place of another. */
  private static void publish(Path folder, Path file, byte[] bytes) throws IOException {
    Path made = folder.resolve(file.getFileName() + "." + newId() + ".new");
    OwnerOnly.create(made);
    try {
      try (FileOutputStream out = new FileOutputStream(made.toFile())) {
        out.write(bytes);
      }
      Files.createLink(file, made);
    } finally {
      Files.deleteIfExists(made);
    }
  }
}
