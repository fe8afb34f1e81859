package io.caravan.channel.callback;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Where callbacks may go and how long an exchange may take.
 *
 * @param networks that are allowed though they are not public, as 10.1.0.0/16
 * @param morePorts besides 80, 443, 8080 and 8443
 * @param loopback whether this machine is allowed, on any port and without TLS
 * @param plainHosts that may be reached without TLS
 */
public record GuardSettings(
        List<String> networks,
        Set<Integer> morePorts,
        boolean loopback,
        Set<String> plainHosts,
        int connections,
        Duration connect,
        Duration deadline,
        CheckedNames.Lookup lookup,
        SSLContext tls) {

    private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

    public GuardSettings(
            List<String> networks,
            Set<Integer> morePorts,
            boolean loopback,
            Set<String> plainHosts,
            int connections,
            Duration connect,
            Duration deadline,
            SSLContext tls) {
        this(networks, morePorts, loopback, plainHosts, connections, connect, deadline, InetAddress::getAllByName, tls);
    }

    Addresses addresses() {
        return new Addresses(networks.stream().map(Network::of).toList(), loopback);
    }

    Set<Integer> ports() {
        return Stream.concat(PORTS.stream(), morePorts.stream()).collect(Collectors.toSet());
    }

    /**
     * A client that follows nothing, keeps nothing and tries nothing twice, and lends the connection of one merchant to
     * no other.
     */
    CloseableHttpAsyncClient client(CheckedNames names) {
        var connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnTotal(this.connections)
                .setMaxConnPerRoute(this.connections)
                .setTlsStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(tls)
                        .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
                        .buildAsync())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connect))
                        .setSocketTimeout(Timeout.of(deadline))
                        .setTimeToLive(TimeValue.ofMinutes(2))
                        .build())
                .build();
        return HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(8192)
                        .setMaxHeaderCount(100)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setContentCompressionEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "in-time", GuardSettings::sendInTime)
                .setUserTokenHandler(
                        (route, context) -> HttpClientContext.cast(context).getUserToken())
                .setUserAgent("Caravan")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .evictExpiredConnections()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
    }

    /** The last step before the request goes out over a connection: cancelling a request does not always close one. */
    private static void sendInTime(
            HttpRequest request,
            AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        var exchange = scope.clientContext.getAttribute(Exchange.ATTRIBUTE, Exchange.class);
        if (exchange.connected(scope.execRuntime::discardEndpoint)) {
            chain.proceed(request, body, scope, callback);
        } else {
            callback.failed(new InterruptedIOException("too late"));
        }
    }
}
