package io.agenttool.guard.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The values of one annotation, as class files hold them: enums by name, classes by descriptor,
 * arrays as lists. What a nested annotation holds goes by both names, with a dot between.
 */
final class AnnotationReading extends AnnotationVisitor {
  /** What Quarkus MCP writes for "the name of the element that is annotated". */
  private static final String ELEMENT_NAME = "<<element name>>";

  private final Map<String, Object> values;
  private final String prefix;

  AnnotationReading() {
    this(new HashMap<>(), "");
  }

  private AnnotationReading(Map<String, Object> values, String prefix) {
    super(Opcodes.ASM9);
    this.values = values;
    this.prefix = prefix;
  }

  @Override
  public void visit(String name, Object value) {
    values.put(prefix + name, value instanceof Type type ? type.getDescriptor() : value);
  }

  @Override
  public void visitEnum(String name, String descriptor, String value) {
    values.put(prefix + name, value);
  }

  @Override
  public AnnotationVisitor visitAnnotation(String name, String descriptor) {
    return new AnnotationReading(values, prefix + name + ".");
  }

  @Override
  public AnnotationVisitor visitArray(String name) {
    List<Object> elements = new ArrayList<>();
    values.put(prefix + name, elements);
    return new AnnotationVisitor(Opcodes.ASM9) {
      @Override
      public void visit(@Nullable String ignored, Object value) {
        elements.add(value);
      }
    };
  }

  /** The text of an attribute; {@code null} where it was not written or is empty. */
  @Nullable String text(@Nullable String attribute) {
    return attribute != null
            && values.get(attribute) instanceof String text
            && !text.isEmpty()
            && !text.equals(ELEMENT_NAME)
        ? text
        : null;
  }

  /** Whether a flag was written and set. */
  boolean flag(@Nullable String attribute) {
    return attribute != null && Boolean.TRUE.equals(values.get(attribute));
  }

  /** The texts of an attribute; {@code null} where it was not written or is empty. */
  @Nullable List<String> texts(String attribute) {
    return values.get(attribute) instanceof List<?> list && !list.isEmpty()
        ? list.stream().map(String::valueOf).toList()
        : null;
  }

  /** The whole number of an attribute; {@code null} where it was not written or is negative. */
  @Nullable Integer count(String attribute) {
    return values.get(attribute) instanceof Integer number && number >= 0 ? number : null;
  }

  /** The number of an attribute; {@code null} where it was not written or is none. */
  @Nullable Double number(String attribute) {
    return values.get(attribute) instanceof Double number && !number.isNaN() ? number : null;
  }
}
