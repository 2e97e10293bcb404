package io.agenttool.sample;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the user reads the assistant's answers. As chat windows do, it loads the pictures that an
 * answer's Markdown names, which is how an answer can call a server (OWASP LLM02:2025, exfiltration
 * by Markdown images).
 */
final class ChatWindow {
  private static final Pattern PICTURE = Pattern.compile("!\\[[^\\]]*\\]\\((http[^)\\s]+)\\)");

  /** Loads the answer's pictures; those that cannot be had are left out. */
  void show(String answer) {
    Matcher picture = PICTURE.matcher(answer);
    while (picture.find()) {
      try {
        load(URI.create(picture.group(1)));
      } catch (IOException | IllegalArgumentException e) {
        System.out.println("window     no picture: " + e.getMessage());
      }
    }
  }

  private static void load(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(5_000);
    connection.setReadTimeout(5_000);
    System.out.println(
        "window     loaded a picture from " + address + ": " + connection.getResponseCode());
    connection.disconnect();
  }
}
