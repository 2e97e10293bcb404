package io.agenttool.guard.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** The values of one annotation, as class files hold them: enums by name, arrays as lists. */
final class AnnotationReading extends AnnotationVisitor {
  private final Map<String, Object> values = new HashMap<>();

  AnnotationReading() {
    super(OpenedClassReader.ASM_API);
  }

  @Override
  public void visit(String name, Object value) {
    values.put(name, value);
  }

  @Override
  public void visitEnum(String name, String descriptor, String value) {
    values.put(name, value);
  }

  @Override
  public AnnotationVisitor visitArray(String name) {
    List<Object> elements = new ArrayList<>();
    values.put(name, elements);
    return new AnnotationVisitor(OpenedClassReader.ASM_API) {
      @Override
      public void visit(@Nullable String ignored, Object value) {
        elements.add(value);
      }
    };
  }

  /** The text of an attribute; {@code null} where it was not written or is empty. */
  @Nullable String text(@Nullable String attribute) {
    return attribute != null && values.get(attribute) instanceof String text && !text.isEmpty()
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
