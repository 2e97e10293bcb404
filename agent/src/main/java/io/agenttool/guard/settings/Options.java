package io.agenttool.guard.settings;

import static io.agenttool.guard.settings.OptionType.BUFFER;
import static io.agenttool.guard.settings.OptionType.COUNT;
import static io.agenttool.guard.settings.OptionType.DURATIONS;
import static io.agenttool.guard.settings.OptionType.ENDPOINT;
import static io.agenttool.guard.settings.OptionType.FLAG;
import static io.agenttool.guard.settings.OptionType.HOSTS;
import static io.agenttool.guard.settings.OptionType.LIST;
import static io.agenttool.guard.settings.OptionType.SIZES;
import static io.agenttool.guard.settings.OptionType.TEXT;
import static io.agenttool.guard.settings.OptionType.choice;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Every setting of the whole JVM. {@code docs/configuration.md} is generated from this table. */
public final class Options {

  /** See its doc. */
  public static final Option<String> POLICY =
      new Option<>("policy", TEXT, "", "The policy file, YAML. None: only annotations speak.");

  /** See its doc. */
  public static final Option<String> DIR =
      new Option<>(
          "dir",
          TEXT,
          ".guard",
          "The folder of the audit log and the pending approvals; made for its owner only.");

  /** See its doc. */
  public static final Option<Mode> MODE =
      new Option<>(
          "mode",
          choice(Mode.class),
          "enforce",
          "`enforce`: what is denied does not run. `monitor`: every decision is made and recorded,"
              + " and everything is let through as it came.");

  /** See its doc. */
  public static final Option<List<String>> ANNOTATIONS =
      new Option<>(
          "annotations",
          LIST,
          "",
          "Class names of annotations of your own that make a method a tool, as the frameworks' do;"
              + " their attribute `name` names the tool, `destructive` has it confirmed.");

  /** See its doc. */
  public static final Option<Ungoverned> UNGOVERNED =
      new Option<>(
          "tools.ungoverned",
          choice(Ungoverned.class),
          "deny",
          "What becomes of a tool that was found and cannot be governed fully: its result is of a"
              + " type that cannot be filtered (a channel, a socket, a database cursor), or it is a"
              + " native method. `deny`: its calls are refused. `warn`: it runs, and standard error"
              + " and the ledger say so.");

  /** See its doc. */
  public static final Option<InjectionAction> INJECTION =
      new Option<>(
          "args.injection",
          choice(InjectionAction.class),
          "replace",
          "What happens to argument text that reads like instructions to a model: the words become"
              + " `[BLOCKED]`, the call is denied, or the audit log alone hears of it.");

  /** See its doc. */
  public static final Option<SecretAction> SECRETS =
      new Option<>(
          "output.secrets",
          choice(SecretAction.class),
          "redact",
          "What happens to a secret in a result: it becomes `[REDACTED_NAME]`, that with its last"
              + " four characters or with a hash that is the same for the same secret, the result"
              + " is withheld, the audit log alone hears of it, or it is not looked for.");

  /** See its doc. */
  public static final Option<Map<String, SecretAction>> ACTIONS =
      new Option<>(
          "output.actions",
          OptionType.ACTIONS,
          "",
          "What happens instead to secrets that one rule finds, by the rule's id: what stands after"
              + " `secret.` or `personal.` in a finding; `own` for the application's own.");

  /** See its doc. */
  public static final Option<SecretRules> RULES =
      new Option<>(
          "output.rules",
          OptionType.RULES,
          "",
          "Rules of your own for secrets, looked for in results, before those that Guard brings: a"
              + " list in the policy file, or the name of a YAML file that is such a list.");

  /** See its doc. */
  public static final Option<InjectionAction> OUTPUT_INJECTION =
      new Option<>(
          "output.injection",
          choice(InjectionAction.class),
          "replace",
          "What happens to text in a result that reads like instructions to a model: the words"
              + " become `[BLOCKED]`, the result is withheld, or the audit log alone hears of it.");

  /** See its doc. */
  public static final Option<List<String>> DOMAINS =
      new Option<>(
          "output.domains.allow",
          HOSTS,
          "",
          "The hosts that URLs in results may name, each with its subdomains, and with a port,"
              + " `example.com:8443`, at that port alone; any other URL, and any `data:` one with a"
              + " page or a script in it, becomes `[BLOCKED_DOMAIN]`. Not set: URLs are not looked"
              + " at.");

  /** See its doc. */
  public static final Option<List<String>> NEVER =
      new Option<>(
          "output.never",
          LIST,
          "",
          "Texts of six characters or more that never leave in a result, nor in Base64,"
              + " hexadecimal, URL-encoded or reversed; of one with several lines, each line of"
              + " sixteen characters or more. The secrets in environment variables and system"
              + " properties are treated the same: values whose names say so, and what the rules find"
              + " in others.");

  /** See its doc. */
  public static final Option<List<String>> CONFIGURATION =
      new Option<>(
          "output.configuration",
          LIST,
          "",
          "Files of the application's configuration whose secrets never leave, as those of the"
              + " environment: `.properties`, `.yaml`, `.yml`, `.json` and `.env`, each also in a jar,"
              + " `app.jar!/BOOT-INF/classes/application.yml`; or a folder, of which any other file is"
              + " the value of its name, as Kubernetes and Docker mount secrets. They are read with"
              + " the first tool.");

  /** See its doc. */
  public static final Option<Boolean> PERSONAL =
      new Option<>(
          "output.personal",
          FLAG,
          "false",
          "Whether e-mail addresses, phone numbers, payment cards, IBANs, US social security"
              + " numbers, IP and MAC addresses in results are redacted too.");

  /** See its doc. */
  public static final Option<String> PHONES_JAR =
      new Option<>(
          "output.phones.jar",
          TEXT,
          "",
          "The jar of Google's libphonenumber, which then finds the phone numbers: international"
              + " ones, and those of `output.phones.regions`. It is loaded apart from the"
              + " application's classes. Not set: a pattern finds international numbers and those"
              + " of the US as they are most often written.");

  /** See its doc. */
  public static final Option<List<String>> PHONES_REGIONS =
      new Option<>(
          "output.phones.regions",
          LIST,
          "",
          "The regions, such as `DE,US`, whose phone numbers libphonenumber finds as they are"
              + " written there, without the country's code.");

  /** See its doc. */
  public static final Option<Duration> CONFIRM_TIMEOUT =
      new Option<>(
          "confirm.timeout",
          DURATIONS,
          "5m",
          "How long a call waits for its approval before it is denied.");

  /** See its doc. */
  public static final Option<Duration> CONFIRM_EXPIRY =
      new Option<>(
          "confirm.expiry",
          DURATIONS,
          "10m",
          "How long an approval that nobody used stays good, from the moment it was given.");

  /** See its doc. */
  public static final Option<String> SANDBOX_HOST =
      new Option<>(
          "sandbox.host",
          ENDPOINT,
          "unix:///var/run/docker.sock",
          "Where the container engine listens: a `unix://` socket or `tcp://` without TLS.");

  /** See its doc. */
  public static final Option<String> SANDBOX_IMAGE =
      new Option<>(
          "sandbox.image",
          TEXT,
          "python:3.11-slim",
          "The image in which Python runs. It is never pulled by Guard.");

  /** See its doc. */
  public static final Option<Duration> SANDBOX_TIMEOUT =
      new Option<>(
          "sandbox.timeout", DURATIONS, "30s", "How long code may run before it is killed.");

  /** See its doc. */
  public static final Option<Long> SANDBOX_MEMORY =
      new Option<>("sandbox.memory", SIZES, "256m", "How much memory code may use, swap included.");

  /** See its doc. */
  public static final Option<Integer> SANDBOX_PIDS =
      new Option<>(
          "sandbox.pids", COUNT, "64", "How many processes and threads code may have at once.");

  /** See its doc. */
  public static final Option<Long> SANDBOX_TMPFS =
      new Option<>(
          "sandbox.tmpfs", SIZES, "16m", "The size of `/tmp`, the only place code may write to.");

  /** See its doc. */
  public static final Option<Long> SANDBOX_OUTPUT =
      new Option<>(
          "sandbox.output",
          BUFFER,
          "1m",
          "How much of each of standard output and standard error is kept.");

  /** See its doc. */
  public static final Option<Boolean> AUDIT_FSYNC =
      new Option<>(
          "audit.fsync",
          FLAG,
          "false",
          "Whether each line of the audit log is on the disk before the call goes on: then it"
              + " survives the machine and not just the process, at about 0.2 ms a line.");

  /** All of them, in the order of the reference. */
  public static final List<Option<?>> ALL =
      List.of(
          POLICY,
          DIR,
          MODE,
          ANNOTATIONS,
          UNGOVERNED,
          INJECTION,
          SECRETS,
          ACTIONS,
          RULES,
          OUTPUT_INJECTION,
          DOMAINS,
          NEVER,
          CONFIGURATION,
          PERSONAL,
          PHONES_JAR,
          PHONES_REGIONS,
          CONFIRM_TIMEOUT,
          CONFIRM_EXPIRY,
          SANDBOX_HOST,
          SANDBOX_IMAGE,
          SANDBOX_TIMEOUT,
          SANDBOX_MEMORY,
          SANDBOX_PIDS,
          SANDBOX_TMPFS,
          SANDBOX_OUTPUT,
          AUDIT_FSYNC);

  private Options() {}
}
