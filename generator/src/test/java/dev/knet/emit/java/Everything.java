package dev.knet.emit.java;

/** A topology with every kind of statement, and every form of each. */
final class Everything {
    static final String TEXT = """
            package com.acme.everything
            topology everything

            param tag = "1.27"

            /// Where we sit.
            network office = 203.0.113.0/24, 198.51.100.0/25
            network partners = office, 2001:db8::/32 except 2001:db8:1::/48
            ports mail = tcp/25, tcp/587

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
                  image "nginx:${tag}"
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
              /// Remembers.
              statefulset queue {
                annotations note="a \\"note\\"", many="one\\ntwo\\n"
                account queue
                image "queue:1"
                port amqp tcp/5672
                cpu 250m .. 1
                memory 1.5Gi
                env from config settings
                env KEY from secret keys key a optional
                env IP from field "metadata.labels['app']"
                ready http "/" on amqp every 10s after 5s timeout 1s failures 3
                live grpc "health" on amqp
                startup exec "true", "\\n"
                init container wait { image "wait:1" }
                sidecar container proxy { image "proxy:1"; live tcp on tcp/1 }
              }
              service queue for queue headless on tcp/5672
              daemonset agent { image "agent:1"; host network; existing account agent }
              job migrate { image "migrate:1"; account queue }
              cronjob tidy "@daily" { image "tidy:1"; account default }

              service web for web on tcp/80 -> http, tcp/9000, udp/53 -> 9901
              service web-node for web nodeport on tcp/80 -> http at 30080
              service web-public for web loadbalancer on tcp/443 -> 8080 from 203.0.113.0/24, 2001:db8::/32
              service db for db headless on tcp/6379
              service tuned for web loadbalancer on tcp/81 -> http {
                labels a=b
                annotations c=d
                session-affinity 1h
                external-traffic local
                internal-traffic cluster
                ip-families prefer ipv4, ipv6
                publish-not-ready
                class x/y
              }
              /// Of old.
              service legacy external "db.example.com"

              /// Who looks.
              group lookers = client, monitoring/prometheus
              group stores = db, queue
              group mixed = lookers, partners, namespace monitoring

              deny all
              deny ingress to web
              deny egress from pods(app=x, tier in (a, b), !canary)
              web allows client, namespace monitoring on http
              web, db allow pods(app!=curl) in any namespace on any port
              pods(tier=front) allow 10.0.0.0/8 on tcp/8000-8100, udp, sctp/9902
              client reaches 10.0.0.0/8 except 10.1.0.0/16 on tcp
              client reaches service web
              db allows anyone on redis
              stores allow lookers
              queue allows mixed
              client reaches partners on mail because "ticket 1" until 2027-03-31
              pods reach dns
              policy chosen { db allows namespace(team=ops) on tcp/6379 }
              policy chosen-for-some { pods(a=b) allow web on any port }
            }

            pod outsider { image "alpine" }
            service outsider for outsider on tcp/80
            """;

    private Everything() {}
}
