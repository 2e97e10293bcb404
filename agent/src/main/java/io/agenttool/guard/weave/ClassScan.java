package io.agenttool.guard.weave;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * What the constant pool of a class file tells in one pass: whether it names a tool annotation, and
 * its supertypes (JVMS 4.4). Reused by its thread; allocates nothing for a class of which nothing
 * is asked further.
 */
final class ClassScan {
  private static final byte[] VISIBLE =
      "RuntimeVisibleAnnotations".getBytes(StandardCharsets.UTF_8);
  private static final byte[] JAVA = "java/".getBytes(StandardCharsets.UTF_8);

  private static final int UTF8 = 1;
  private static final int INVOKE_DYNAMIC = 18;

  /** How long the entries of each tag are (JVMS 4.4, table 4.4-A); 0 for what is no tag. */
  private static final byte[] SIZES = {
    0, 0, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3
  };

  private final byte[][] annotations;

  /** How long the texts are that matter: a bit each, the last one for all that are longer. */
  private final long lengths;

  private byte[] file = {};
  private int[] offsets = new int[512];
  private int[] lambdas = new int[32];
  private int lambdaCount;
  private int afterPool;
  private boolean declares;
  private int visibleIndex;
  private Set<String> onMethods = Set.of();

  /**
   * @param annotations the descriptors of the annotations that declare tools
   */
  ClassScan(byte[][] annotations) {
    this.annotations = annotations;
    long bits = bit(VISIBLE.length);
    for (byte[] annotation : annotations) {
      bits |= bit(annotation.length);
    }
    lengths = bits;
  }

  private static long bit(int length) {
    return 1L << Math.min(length, 63);
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

  /** Runs once for each class, for most of them in the interpreter: it calls next to nothing. */
  private void readPool() {
    byte[] file = this.file;
    int count = u2(8);
    if (offsets.length < count) {
      offsets = new int[count * 2];
    }
    int[] offsets = this.offsets;
    long lengths = this.lengths;
    int at = 10;
    for (int i = 1; i < count; i++) {
      offsets[i] = at;
      int tag = file[at];
      if (tag == UTF8) {
        int length = (file[at + 1] & 0xff) << 8 | (file[at + 2] & 0xff);
        if ((lengths >>> (length < 63 ? length : 63) & 1) != 0) {
          readText(i, at + 3, length);
        }
        at += 3 + length;
        continue;
      }
      int size = tag < 0 || tag >= SIZES.length ? 0 : SIZES[tag];
      if (size == 0) {
        throw new IllegalArgumentException("constant pool tag " + tag);
      }
      if (tag == INVOKE_DYNAMIC) {
        addLambda(at);
      }
      at += size;
      i += size == 9 ? 1 : 0;
    }
    afterPool = at;
  }

  private void readText(int index, int from, int length) {
    if (file[from] == 'L') {
      declares = declares || isAnnotation(from, length);
    } else if (isText(from, length, VISIBLE)) {
      visibleIndex = index;
    }
  }

  private boolean isAnnotation(int from, int length) {
    for (byte[] annotation : annotations) {
      if (isText(from, length, annotation)) {
        return true;
      }
    }
    return false;
  }

  private boolean isText(int from, int length, byte[] text) {
    return length == text.length && Arrays.equals(file, from, from + length, text, 0, length);
  }

  private void addLambda(int at) {
    if (lambdaCount == lambdas.length) {
      lambdas = Arrays.copyOf(lambdas, 2 * lambdaCount);
    }
    lambdas[lambdaCount++] = at;
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

  /** Whether it is the type of an annotation. */
  boolean isAnnotationType() {
    return (u2(afterPool) & Opcodes.ACC_ANNOTATION) != 0;
  }

  /**
   * The descriptors of all annotations on its methods (JVMS 4.7.16), each once, those of {@code
   * java.*} left out.
   */
  Set<String> methodAnnotations() {
    if (visibleIndex == 0) {
      return Set.of();
    }
    onMethods = Set.of();
    int methods = members(afterPool + 8 + 2 * u2(afterPool + 6), false);
    members(methods, true);
    return onMethods;
  }

  /** Passes over the fields or the methods; collects the annotations on them, if asked to. */
  private int members(int from, boolean collect) {
    int at = from + 2;
    for (int member = u2(from); member > 0; member--) {
      int attributes = u2(at + 6);
      at += 8;
      for (; attributes > 0; attributes--) {
        if (collect && u2(at) == visibleIndex) {
          annotations(at + 6);
        }
        at += 6 + (u2(at + 2) << 16 | u2(at + 4));
      }
    }
    return at;
  }

  private void annotations(int from) {
    int at = from + 2;
    for (int annotation = u2(from); annotation > 0; annotation--) {
      int descriptor = offsets[u2(at)] + 3;
      if (!Arrays.equals(file, descriptor + 1, descriptor + 6, JAVA, 0, JAVA.length)) {
        onMethods = onMethods.isEmpty() ? new HashSet<>() : onMethods;
        onMethods.add(text(u2(at)));
      }
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
