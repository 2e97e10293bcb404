package io.agenttool.guard.args;

import io.agenttool.guard.call.Finding;
import io.agenttool.guard.call.ToolCall;
import io.agenttool.guard.screen.Match;
import io.agenttool.guard.screen.Screen;
import io.agenttool.guard.settings.InjectionAction;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Screens the text in one argument, however deep it lies, and makes a copy with the findings
 * replaced. Nothing that the application holds is changed in place. One call, one thread.
 */
final class TextScreening {

  /** Thrown where an argument holds what cannot be screened or replaced. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String reason) {
      super(reason, null, false, false);
    }
  }

  private static final int MAX_DEPTH = 32;
  private static final int MAX_VALUES = 20_000;

  private final Screen screen;
  private final InjectionAction action;
  private final ToolCall call;
  private int values;
  private boolean denied;

  TextScreening(Screen screen, InjectionAction action, ToolCall call) {
    this.screen = screen;
    this.action = action;
    this.call = call;
  }

  /** Whether a finding was made that denies the call. */
  boolean denied() {
    return denied;
  }

  /**
   * The value with its findings replaced; {@code value} itself where there are none.
   *
   * @param where the place, for findings
   * @param slot what the copy has to be assignable to
   */
  @Nullable Object screened(@Nullable Object value, Where where, Class<?> slot) throws Refused {
    if (value == null || isOpaque(value)) {
      return value;
    }
    if (++values > MAX_VALUES || where.depth() > MAX_DEPTH) {
      throw new Refused("holds more than can be screened; pass less, or less deeply nested");
    }
    if (value instanceof String text) {
      return replaced(text, where);
    }
    if (value instanceof CharSequence || value instanceof char[]) {
      return text(value, where, slot);
    }
    if (value instanceof Optional<?> optional) {
      Object inner = optional.orElse(null);
      Object copy = screened(inner, where, Object.class);
      return copy == inner ? value : Optional.ofNullable(copy);
    }
    if (value instanceof Map<?, ?> map) {
      return map(map, where, slot);
    }
    if (value instanceof Collection<?> elements) {
      return elements(elements, where, slot);
    }
    if (value.getClass().isArray()) {
      return array(value, where);
    }
    return bean(value, where, slot);
  }

  private static boolean isOpaque(Object value) {
    if (value instanceof Number
        || value instanceof Boolean
        || value instanceof Character
        || value instanceof Enum<?>
        || value instanceof java.nio.file.Path) {
      return true;
    }
    Class<?> type = value.getClass();
    if (type.isArray()) {
      return type.getComponentType().isPrimitive() && type != char[].class;
    }
    // The platform's other objects (streams, dates, locks) hold no text of the model's.
    boolean holder =
        value instanceof CharSequence
            || value instanceof Collection<?>
            || value instanceof Map<?, ?>
            || value instanceof Optional<?>;
    return !holder
        && (type.isHidden()
            || java.lang.reflect.Proxy.isProxyClass(type)
            || value instanceof ClassLoader
            || value instanceof Thread
            || type.getName().startsWith("java.")
            || type.getName().startsWith("sun.")
            || type.getName().startsWith("jdk."));
  }

  private String replaced(String text, Where where) {
    List<Match> matches = screen.find(text);
    if (matches.isEmpty()) {
      return text;
    }
    Finding.Action done =
        switch (action) {
          case REPLACE -> Finding.Action.REPLACED;
          case DENY -> Finding.Action.DENIED;
          case WARN -> Finding.Action.WARNED;
        };
    denied |= action == InjectionAction.DENY;
    matches.stream()
        .map(Match::rule)
        .distinct()
        .forEach(
            rule -> {
              long count = matches.stream().filter(match -> match.rule().equals(rule)).count();
              call.note(new Finding("injection." + rule, where.toString(), done, (int) count));
            });
    return action == InjectionAction.REPLACE ? screen.replace(text, matches) : text;
  }

  private Object text(Object value, Where where, Class<?> slot) throws Refused {
    String text = value instanceof char[] chars ? new String(chars) : value.toString();
    String copy = replaced(text, where);
    if (copy.equals(text)) {
      return value;
    }
    if (value instanceof char[]) {
      return copy.toCharArray();
    }
    return fitting(copied(value, copy), slot);
  }

  @SuppressWarnings({"JdkObsolete", "UnnecessaryStringBuilder"})
  private static Object copied(Object value, String copy) {
    if (value instanceof StringBuilder) {
      return new StringBuilder(copy);
    }
    if (value instanceof StringBuffer) {
      return new StringBuffer(copy);
    }
    return value instanceof java.nio.CharBuffer ? java.nio.CharBuffer.wrap(copy) : copy;
  }

  private Object map(Map<?, ?> map, Where where, Class<?> slot) throws Refused {
    List<Object[]> entries = new ArrayList<>(map.size());
    boolean changed = false;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = screened(entry.getKey(), where.key(), Object.class);
      Object value = screened(entry.getValue(), where.entry(entry.getKey()), Object.class);
      changed |= key != entry.getKey() || value != entry.getValue();
      entries.add(new Object[] {key, value});
    }
    return changed ? fitting(Copies.map(map, entries), slot) : map;
  }

  private Object elements(Collection<?> elements, Where where, Class<?> slot) throws Refused {
    List<@Nullable Object> copies = new ArrayList<>();
    boolean changed = false;
    int index = 0;
    for (Object element : elements) {
      Object copy = screened(element, where.element(index++), Object.class);
      changed |= copy != element;
      copies.add(copy);
    }
    return changed ? fitting(Copies.elements(elements, copies), slot) : elements;
  }

  private Object array(Object array, Where where) throws Refused {
    Class<?> component = array.getClass().getComponentType();
    Object copy = null;
    for (int i = 0; i < Array.getLength(array); i++) {
      Object element = Array.get(array, i);
      Object screened = screened(element, where.element(i), component);
      if (screened != element) {
        if (copy == null) {
          copy = Array.newInstance(component, Array.getLength(array));
          System.arraycopy(array, 0, copy, 0, Array.getLength(array));
        }
        Array.set(copy, i, screened);
      }
    }
    return copy == null ? array : copy;
  }

  private Object bean(Object bean, Where where, Class<?> slot) throws Refused {
    BeanShape shape = BeanShape.of(bean.getClass());
    if (shape.closed()) {
      throw new Refused("holds an object of a module that is closed to reflection");
    }
    List<Field> changed = new ArrayList<>();
    List<@Nullable Object> copies = new ArrayList<>();
    try {
      for (Field field : shape.fields()) {
        Object value = field.get(bean);
        Object copy = screened(value, where.field(field.getName()), field.getType());
        if (copy != value) {
          changed.add(field);
          copies.add(copy);
        }
      }
      return changed.isEmpty() ? bean : fitting(Copies.bean(bean, shape, changed, copies), slot);
    } catch (IllegalAccessException | InstantiationException | InvocationTargetException e) {
      throw unfit();
    }
  }

  private static Object fitting(@Nullable Object copy, Class<?> slot) throws Refused {
    if (copy == null || !slot.isInstance(copy)) {
      throw unfit();
    }
    return copy;
  }

  private static Refused unfit() {
    return new Refused(
        "holds text that reads like instructions to a model, where it cannot be replaced");
  }
}
