package io.agenttool.guard.start;

import io.agenttool.guard.call.Defence;
import io.agenttool.guard.call.GuardedTool;
import io.agenttool.guard.call.Journal;
import io.agenttool.guard.call.Stage;
import io.agenttool.guard.call.Tool;
import io.agenttool.guard.call.Tool.Parameter;
import io.agenttool.guard.call.Verdict.Deny;
import io.agenttool.guard.settings.Options;
import io.agenttool.guard.settings.Settings;
import io.agenttool.guard.settings.SettingsException;
import io.agenttool.guard.settings.ToolHints;
import io.agenttool.guard.settings.ToolPolicy;
import io.agenttool.guard.weave.Covered;
import io.agenttool.guard.weave.Governing;
import io.agenttool.guard.weave.ToolMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Brings together, for each tool that is found, its policy and the stages that this asks for. */
final class Governor implements Governing {
  private final Settings settings;
  private final List<Defence> defences;
  private final Journal journal;
  private final Ledger ledger;
  private final @Nullable Deny refusal;

  /**
   * @param refusal why every tool is refused; {@code null} where Guard works
   */
  Governor(
      Settings settings,
      List<Defence> defences,
      Journal journal,
      Ledger ledger,
      @Nullable Deny refusal) {
    this.settings = settings;
    this.defences = List.copyOf(defences);
    this.journal = journal;
    this.ledger = ledger;
    this.refusal = refusal;
  }

  @Override
  public GuardedTool govern(String className, ToolMethod method, @Nullable ClassLoader loader) {
    String name = method.declaration().toolName();
    String written = className + "#" + method.name();
    List<String> parameters = method.parameters().stream().map(Parameter::name).toList();
    Deny why = refusal;
    ToolPolicy policy;
    try {
      policy = settings.policyFor(name, method.hints(), parameters, written);
    } catch (SettingsException e) {
      why = new Deny("policy.invalid", String.valueOf(e.getMessage()));
      policy = settings.policyFor(name + " (refused)", ToolHints.NONE, parameters, written);
    }
    Tool tool =
        new Tool(
            name,
            method.declaration().framework().name(),
            className,
            method.name(),
            method.parameters(),
            Stream.of(Type.getArgumentTypes(method.descriptor())).map(Type::getClassName).toList(),
            Type.getReturnType(method.descriptor()).getClassName(),
            (method.access() & Opcodes.ACC_STATIC) != 0,
            policy,
            loader);
    List<Stage> stages = new ArrayList<>();
    if (why == null) {
      try {
        addStages(tool, stages);
      } catch (SettingsException e) {
        why = new Deny("policy.invalid", String.valueOf(e.getMessage()));
      } catch (RuntimeException | LinkageError e) {
        why = new Deny("guard.failure", "its stages cannot be made: " + e);
      }
    }
    return new GuardedTool(tool, settings.get(Options.MODE), stages, journal, why);
  }

  @Override
  public boolean knows(String tool) {
    return settings.knows(tool);
  }

  private void addStages(Tool tool, List<Stage> stages) {
    for (Defence defence : defences) {
      Stage stage = defence.stageFor(tool);
      if (stage != null) {
        stages.add(stage);
      }
    }
  }

  @Override
  public void covered(Covered entry) {
    ledger.add(entry);
  }
}
