package io.agenttool.guard.sandbox;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes one of the application's beans from an outcome: a class with a constructor without
 * parameters, and setters or public fields.
 */
final class BeanForm implements ReturnForm.Mapping {

  /** Puts one part into a bean. */
  private interface Property {
    void set(Object bean, Execution execution) throws ReflectiveOperationException;
  }

  private final Constructor<?> constructor;
  private final List<Property> properties;

  private BeanForm(Constructor<?> constructor, List<Property> properties) {
    this.constructor = constructor;
    this.properties = properties;
  }

  /** See {@link ReturnForm#of}. */
  static BeanForm of(Class<?> type) {
    if (type.isPrimitive() || type.isArray() || Modifier.isAbstract(type.getModifiers())) {
      throw ReturnForm.unfit(type, "it is neither a record nor a class that can be made");
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      List<Property> properties = new ArrayList<>();
      for (Part part : Part.values()) {
        Property property = property(type, part);
        if (property != null) {
          properties.add(property);
        }
      }
      if (properties.isEmpty()) {
        throw ReturnForm.unfit(type, "it has no setter and no public field for it");
      }
      return new BeanForm(constructor, properties);
    } catch (NoSuchMethodException e) {
      throw ReturnForm.unfit(type, "it has no constructor without parameters");
    } catch (InaccessibleObjectException e) {
      throw ReturnForm.unfit(type, "its module does not open its package");
    }
  }

  private static @Nullable Property property(Class<?> type, Part part) {
    String setter =
        "set" + part.key().substring(0, 1).toUpperCase(Locale.ROOT) + part.key().substring(1);
    for (Method method : type.getMethods()) {
      if (method.getName().equals(setter)
          && method.getParameterCount() == 1
          && part.fits(method.getParameterTypes()[0])) {
        method.setAccessible(true);
        Class<?> wanted = method.getParameterTypes()[0];
        return (bean, execution) -> method.invoke(bean, part.of(execution, wanted));
      }
    }
    for (Field field : type.getFields()) {
      if (field.getName().equals(part.key())
          && part.fits(field.getType())
          && !Modifier.isFinal(field.getModifiers())) {
        field.setAccessible(true);
        return (bean, execution) -> field.set(bean, part.of(execution, field.getType()));
      }
    }
    return null;
  }

  @Override
  public Object of(Execution execution) throws ReflectiveOperationException {
    Object bean = constructor.newInstance();
    for (Property property : properties) {
      property.set(bean, execution);
    }
    return bean;
  }
}
