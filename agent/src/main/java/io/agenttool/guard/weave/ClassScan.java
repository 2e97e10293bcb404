package io.agenttool.guard.weave;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the constant pool of a class file tells in one pass: whether it names a tool annotation, and
 * its supertypes (JVMS 4.4). Reused by its thread; allocates nothing for a class of which nothing
 * is asked further.
 */
final class ClassScan {
  private static final byte[] VISIBLE =
      "RuntimeVisibleAnnotations".getBytes(StandardCharsets.UTF_8);
  private static final byte[] JAVA = "java/".getBytes(StandardCharsets.UTF_8);

  private final byte[][] annotations;
  private byte[] file = {};
  private int[] offsets = new int[512];
  private int[] lambdas = new int[32];
  private int lambdaCount;
  private int afterPool;
  private boolean declares;
  private int visibleIndex;

  /**
   * @param annotations the descriptors of the annotations that declare tools
   */
  ClassScan(byte[][] annotations) {
    this.annotations = annotations;
  }

  /**
   * Reads a class file.
   *
   * @throws IllegalArgumentException for bytes that are none
   */
  void read(byte[] classFile) {
    file = classFile;
    declares = false;
    visibleIndex = 0;
    lambdaCount = 0;
    try {
      readPool();
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("a class file that ends too early", e);
    }
  }

  /** Forgets the class file. */
  void clear() {
    file = new byte[0];
  }

  private void readPool() {
    int count = u2(8);
    if (offsets.length < count) {
      offsets = new int[count * 2];
    }
    int at = 10;
    for (int i = 1; i < count; i++) {
      offsets[i] = at;
      switch (file[at]) {
        case 1 -> {
          int length = u2(at + 1);
          declares = declares || isAnnotation(at + 3, length);
          if (length == VISIBLE.length
              && Arrays.equals(file, at + 3, at + 3 + length, VISIBLE, 0, length)) {
            visibleIndex = i;
          }
          at += 3 + length;
        }
        case 7, 8, 16, 19, 20 -> at += 3;
        case 15 -> at += 4;
        case 18 -> {
          if (lambdaCount == lambdas.length) {
            lambdas = Arrays.copyOf(lambdas, 2 * lambdaCount);
          }
          lambdas[lambdaCount++] = at;
          at += 5;
        }
        case 3, 4, 9, 10, 11, 12, 17 -> at += 5;
        case 5, 6 -> {
          at += 9;
          i++;
        }
        default -> throw new IllegalArgumentException("constant pool tag " + file[at]);
      }
    }
    afterPool = at;
  }

  private boolean isAnnotation(int from, int length) {
    // Descriptors of classes only: most texts of a pool end here.
    if (length < 3 || file[from] != 'L' || file[from + length - 1] != ';') {
      return false;
    }
    for (byte[] annotation : annotations) {
      if (length == annotation.length
          && Arrays.equals(file, from, from + length, annotation, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the class names a tool annotation. */
  boolean declares() {
    return declares;
  }

  /**
   * Adds the internal names of what its {@code invokedynamic}s return, those of {@code java.*} left
   * out: the interfaces of its lambdas are among them.
   */
  void addLambdaInterfaces(List<String> names) {
    for (int i = 0; i < lambdaCount; i++) {
      int descriptor = offsets[u2(offsets[u2(lambdas[i] + 3)] + 3)];
      int end = descriptor + 3 + u2(descriptor + 1);
      int from = end - 1;
      while (file[from] != ')') {
        from--;
      }
      if (file[from + 1] == 'L'
          && !Arrays.equals(file, from + 2, Math.min(from + 7, end), JAVA, 0, JAVA.length)) {
        names.add(new String(file, from + 2, end - from - 3, StandardCharsets.UTF_8));
      }
    }
  }

  /** Adds the internal names of its superclass and interfaces, those of {@code java.*} left out. */
  void addSupertypes(List<String> names) {
    addName(u2(afterPool + 4), names);
    int interfaces = u2(afterPool + 6);
    for (int i = 0; i < interfaces; i++) {
      addName(u2(afterPool + 8 + 2 * i), names);
    }
  }

  private void addName(int classIndex, List<String> names) {
    if (classIndex == 0) {
      return;
    }
    int text = offsets[u2(offsets[classIndex] + 1)];
    int length = u2(text + 1);
    int from = text + 3;
    if (length > JAVA.length && Arrays.equals(file, from, from + 5, JAVA, 0, 5)) {
      return;
    }
    names.add(new String(file, from, length, StandardCharsets.UTF_8));
  }

  /** The descriptors of all annotations on its methods (JVMS 4.7.16), each once. */
  Set<String> methodAnnotations() {
    if (visibleIndex == 0) {
      return Set.of();
    }
    Set<String> found = new HashSet<>();
    int at = members(afterPool + 8 + 2 * u2(afterPool + 6), null);
    members(at, found);
    return found;
  }

  /** Passes over the fields or the methods; adds the annotations on them to {@code found}. */
  private int members(int from, @Nullable Set<String> found) {
    int at = from + 2;
    for (int member = u2(from); member > 0; member--) {
      int attributes = u2(at + 6);
      at += 8;
      for (; attributes > 0; attributes--) {
        if (found != null && u2(at) == visibleIndex) {
          annotations(at + 6, found);
        }
        at += 6 + (u2(at + 2) << 16 | u2(at + 4));
      }
    }
    return at;
  }

  private void annotations(int from, Set<String> found) {
    int at = from + 2;
    for (int annotation = u2(from); annotation > 0; annotation--) {
      found.add(text(u2(at)));
      at = afterAnnotation(at);
    }
  }

  private int afterAnnotation(int from) {
    int at = from + 4;
    for (int pair = u2(from + 2); pair > 0; pair--) {
      at = afterValue(at + 2);
    }
    return at;
  }

  private int afterValue(int at) {
    return switch (file[at]) {
      case 'e' -> at + 5;
      case '@' -> afterAnnotation(at + 1);
      case '[' -> {
        int next = at + 3;
        for (int value = u2(at + 1); value > 0; value--) {
          next = afterValue(next);
        }
        yield next;
      }
      default -> at + 3;
    };
  }

  private String text(int index) {
    int at = offsets[index];
    return new String(file, at + 3, u2(at + 1), StandardCharsets.UTF_8);
  }

  private int u2(int at) {
    return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
  }
}
