package io.agenttool.guard.weave;

import io.agenttool.guard.settings.MatchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The methods that the policy file makes tools, and which of its entries found one. */
public final class MethodRules {
  /** For a JVM without any. */
  static final MethodRules NONE = new MethodRules(List.of());

  private final List<MatchRule> rules;
  private final Set<MatchRule> matched = ConcurrentHashMap.newKeySet();

  /**
   * @param rules in their order
   */
  public MethodRules(List<MatchRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The entries that have found no method so far. */
  public List<MatchRule> unmatched() {
    List<MatchRule> unmatched = new ArrayList<>(rules);
    unmatched.removeAll(matched);
    return unmatched;
  }

  /** Whether a class, by its internal name, can have such methods. Asked of every class. */
  boolean mayBeIn(String className) {
    for (MatchRule rule : rules) {
      if (rule.method().mayBeIn(className)) {
        return true;
      }
    }
    return false;
  }

  /** The first entry that means a method; {@code null} for none. */
  @Nullable MatchRule of(String className, int access, String name, String descriptor) {
    if (!mayBeIn(className)
        || name.startsWith("<")
        || (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0) {
      return null;
    }
    List<String> types = new ArrayList<>();
    for (Type type : Type.getArgumentTypes(descriptor)) {
      types.add(type.getClassName());
    }
    MatchRule first = null;
    for (MatchRule rule : rules) {
      if (rule.method().mayBeIn(className) && rule.method().matches(name, types)) {
        matched.add(rule);
        first = first == null ? rule : first;
      }
    }
    return first;
  }
}
