package dev.knet.emit.java;

/** A topology with every kind of statement, and every form of each. */
final class Everything {
    static final String TEXT = """
            package com.acme.everything
            topology everything

            cluster { dns pods(k8s-app=dns) in namespace kube-system on udp/53, tcp/5353 }

            /// What others run.
            existing namespace kube-system { }
            existing namespace monitoring {
              deployment prometheus { labels app.kubernetes.io/name=prometheus, tier=ops; port web tcp/9090 }
              pods allows prometheus on any port
            }

            /// The shop.
            ///
            /// Of many things.
            namespace shop {
              labels team=shop, "acme.com/cost-centre"="47"

              /// Serves.
              deployment web {
                labels tier=front
                replicas 0
                container nginx {
                  image "nginx:1.27"
                  command "sh", "-c", "one\\ntwo\\n"
                  args "-a", "-b", "-c", "-d", "-e"
                  env EMPTY = ""
                  env LEVEL = "info"
                  port http tcp/8080
                  port tcp/9000
                }
                container sidecar { image "envoy"; port admin tcp/9901; port udp/9901; port sctp/9902 }
              }
              pod client { image "busybox"; labels app=curl }
              deployment db { image "redis:7.4"; port redis tcp/6379 }

              service web for web on tcp/80 -> http, tcp/9000, udp/53 -> 9901
              service web-node for web nodeport on tcp/80 -> http at 30080
              service web-public for web loadbalancer on tcp/443 -> 8080 from 203.0.113.0/24, 2001:db8::/32
              service db for db headless on tcp/6379
              /// Of old.
              service legacy external "db.example.com"

              deny all
              deny ingress to web
              deny egress from pods(app=x, tier in (a, b), !canary)
              web allows client, namespace monitoring on http
              web, db allow pods(app!=curl) in any namespace on any port
              pods(tier=front) allow 10.0.0.0/8 on tcp/8000-8100, udp, sctp/9902
              client reaches 10.0.0.0/8 except 10.1.0.0/16 on tcp
              client reaches service web
              db allows anyone on redis
              pods reach dns
              policy chosen { db allows namespace(team=ops) on tcp/6379 }
              policy chosen-for-some { pods(a=b) allow web on any port }
            }

            pod outsider { image "alpine" }
            service outsider for outsider on tcp/80
            """;

    private Everything() {}
}
