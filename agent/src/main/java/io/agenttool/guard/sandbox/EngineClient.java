package io.agenttool.guard.sandbox;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.net.URI;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of docker-java, with every value given: its own default would take {@code
 * DOCKER_HOST}, {@code api.version} and {@code ~/.docker-java.properties} from the guarded
 * application and its user.
 */
record EngineClient(URI host) implements DockerClientConfig {

  /** A client with connections of its own; nothing is sent yet. */
  static DockerClient open(EngineAddress address, Duration connectTimeout) {
    ZerodepDockerHttpClient.Builder transport =
        new ZerodepDockerHttpClient.Builder()
            .dockerHost(address.uri())
            .connectionTimeout(connectTimeout);
    if (address.uri().getScheme().equals("unix")) {
      // Without one the transport makes the JVM's default context, which reads the application's
      // trust store and fixes it for good.
      transport.sslConfig(EngineClient::trustingNobody);
    }
    return DockerClientImpl.getInstance(new EngineClient(address.uri()), transport.build());
  }

  private static SSLContext trustingNobody()
      throws NoSuchAlgorithmException, KeyManagementException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[0], null);
    return context;
  }

  @Override
  public URI getDockerHost() {
    return host;
  }

  /** None in the path of a request: each engine then speaks its own. */
  @Override
  public RemoteApiVersion getApiVersion() {
    return RemoteApiVersion.unknown();
  }

  @Override
  public @Nullable String getRegistryUsername() {
    return null;
  }

  @Override
  public @Nullable String getRegistryPassword() {
    return null;
  }

  @Override
  public @Nullable String getRegistryEmail() {
    return null;
  }

  @Override
  public @Nullable String getRegistryUrl() {
    return null;
  }

  @Override
  public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
    return null;
  }

  @Override
  public AuthConfigurations getAuthConfigurations() {
    return new AuthConfigurations();
  }

  @Override
  @SuppressWarnings("deprecation") // the interface asks for this type
  public @Nullable SSLConfig getSSLConfig() {
    return null;
  }
}
