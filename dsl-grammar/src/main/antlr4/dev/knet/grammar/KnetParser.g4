/*
 * The sentences of a .knet file: docs/reference/language.md in rules. Every statement ends with END, which
 * dev.knet.parse.StatementTokens puts where a new line, `;` or the end of a block ends one; so no rule here speaks of
 * lines. The rules that hold an END (fileStatement and the …Items) are where the parser recovers after an error.
 * Rules are as permissive as clear diagnostics need: what a number or a name may be is judged by dev.knet.resolve.
 */
parser grammar KnetParser;

options { tokenVocab = KnetLexer; }

// A file is `fileStatement* EOF`; dev.knet.parse.Parser is that loop, so that a wrong statement never ends it.
fileStatement
    : ( packageStatement | topologyStatement | use | param | environment | clusterBlock | namespaceBlock | member ) END
    ;

packageStatement : PACKAGE packageName ;
packageName : NAME | WORD | keyword | standalonePeer | protocol ;
topologyStatement : TOPOLOGY name ;

use : USE text ;
param : PARAM name ( EQUALS paramValue )? ;
paramValue : NAME | WORD | INTEGER | text | keyword | standalonePeer | protocol ;

// What is different in one environment: what it names is outside too, unless it is `new`.
environment : ENVIRONMENT name OPEN_BRACE environmentItem* CLOSE_BRACE ;
environmentItem : ( param | clusterBlock | namespaceBlock | member ) END ;

clusterBlock : CLUSTER OPEN_BRACE clusterItem* CLOSE_BRACE ;
clusterItem
    : ( CNI name cniBody? | KUBERNETES kubernetesVersion | DNS clusterDns | NODES peers | APISERVER peers ON ports ) END
    ;
cniBody : OPEN_BRACE cniItem* CLOSE_BRACE ;
// How the plugin is installed: a word, or one with its value. Which there are is judged by dev.knet.resolve.
cniItem : cniSwitch END ;
cniSwitch : name name? ;
kubernetesVersion : WORD | INTEGER ;
clusterDns
    : KUBE_DNS                # knownDns
    | OPENSHIFT               # knownDns
    | NODE_LOCAL              # knownDns
    | OFF                     # knownDns
    | peers ON ports          # ownDns
    ;

namespaceBlock : NEW? EXISTING? NAMESPACE name namespaceBody? ;
namespaceBody : OPEN_BRACE namespaceItem* CLOSE_BRACE ;
namespaceItem : ( labels | annotations | yaml | member ) END ;

// What may stand in a namespace or outside all of them.
member : workload | service | group | portList | policy | sentence | isolation | expectation ;

// ---- things

workload : NEW? EXISTING? ( kind name | CRONJOB schedule ) workloadBody? ;
kind : POD | DEPLOYMENT | STATEFULSET | DAEMONSET | JOB ;
// The schedule stands behind the name, or behind the kind as in a list of kinds.
schedule : name text? | text name ;
workloadBody : OPEN_BRACE workloadItem* CLOSE_BRACE ;
workloadItem
    : ( labels | annotations | replicas | account | hostNetwork | yaml | containerBlock | containerProperty ) END
    ;
replicas : REPLICAS ( INTEGER | PARAMETER ) ;
account : EXISTING? ACCOUNT objectName ;
hostNetwork : HOST NETWORK ;
yaml : YAML TEXT_BLOCK ;
containerBlock : ( INIT | SIDECAR )? CONTAINER name OPEN_BRACE containerItem* CLOSE_BRACE ;
containerItem : containerProperty END ;
containerProperty
    : IMAGE text                                # image
    | PORT name? portNumber                     # containerPort
    | COMMAND texts                             # command
    | ARGS texts                                # args
    | ENV envName EQUALS text                   # env
    | ENV envName FROM envSource                # envFrom
    | ENV FROM ( SECRET | CONFIG ) objectName   # envFromAll
    | ( CPU | MEMORY ) quantity ( RANGE quantity )? # resource
    | ( READY | LIVE | STARTUP ) probeAction probeTiming* # probe
    ;
portNumber : protocol SLASH INTEGER ;
envName : NAME | WORD | STRING | keyword | standalonePeer | protocol ;
envSource
    : ( SECRET | CONFIG ) objectName KEY dataKey OPTIONAL? # envKey
    | FIELD fieldPath                                       # envField
    ;
dataKey : NAME | WORD | INTEGER | STRING | keyword | standalonePeer | protocol ;
fieldPath : NAME | WORD | STRING ;
quantity : INTEGER | WORD | PARAMETER ;
probeAction
    : ( HTTP | HTTPS ) text probePort
    | TCP probePort
    | GRPC text? probePort
    | EXEC texts
    ;
probePort : ON ( portNumber | portName ) ;
probeTiming : ( EVERY | AFTER | TIMEOUT ) duration | FAILURES INTEGER ;
duration : WORD | INTEGER ;

labels : LABELS label ( COMMA? label )* ;
label : labelKey EQUALS labelValue ;
labelKey : labelWord ( SLASH labelWord )? | STRING ;
labelWord : NAME | WORD | INTEGER | keyword | standalonePeer | protocol ;
labelValue : NAME | WORD | INTEGER | INTEGER_RANGE | IPV4 | STRING | keyword | standalonePeer | protocol ;

annotations : ANNOTATIONS annotation ( COMMA? annotation )* ;
annotation : labelKey EQUALS ( labelValue | TEXT_BLOCK ) ;

service : NEW? SERVICE name ( serviceTarget serviceBody? | serviceBody ) ;
serviceTarget : FOR qualifiedName serviceType? servicePorts? sourceRanges? | EXTERNAL text ;
serviceType : NODEPORT | LOADBALANCER | HEADLESS ;
servicePorts : ON servicePort ( COMMA servicePort )* ;
servicePort : portNumber ( ARROW targetPort )? ( AT INTEGER )? ;
targetPort : INTEGER | name ;
sourceRanges : FROM addressRange ( COMMA addressRange )* ;
serviceBody : OPEN_BRACE serviceItem* CLOSE_BRACE ;
serviceItem : ( labels | annotations | yaml | serviceProperty ) END ;
serviceProperty
    : SESSION_AFFINITY duration?                          # sessionAffinity
    | ( EXTERNAL_TRAFFIC | INTERNAL_TRAFFIC ) ( LOCAL | CLUSTER ) # trafficPolicy
    | IP_FAMILIES PREFER? family ( COMMA family )*        # ipFamilies
    | PUBLISH_NOT_READY                                   # publishNotReady
    | CLASS className                                     # loadBalancerClass
    ;
family : FAMILY_V4 | FAMILY_V6 ;
className : labelKey ;

// ---- names for several

group : NEW? ( GROUP | NETWORK ) name EQUALS peers ;
portList : NEW? PORTS name EQUALS ports ;

// ---- relations

policy : POLICY name OPEN_BRACE policyItem* CLOSE_BRACE ;
policyItem : ( sentence | isolation ) END ;

sentence : peers verb peers ( ON ports )? motive? ;
verb : ALLOWS | ALLOW | REACHES | REACH | DENIES | DENY ;

isolation : DENY ( INGRESS ( TO peers )? | EGRESS ( FROM peers )? | ALL ( FOR peers )? ) motive? ;

// What must come of all sentences. It belongs to no policy.
expectation : EXPECT claim peers ( ON ports )? motive? ;
claim : ONLY peers reach | peers ( reach | cannotReach ) ;
reach : REACHES | REACH ;
cannotReach : CANNOT REACH ;

motive : because until? | until because? ;
because : BECAUSE STRING ;
until : UNTIL date ;
date : WORD | INTEGER | INTEGER_RANGE ;

peers : peer ( COMMA peer )* ;
peer
    : PODS selector? ( IN scope )?                                     # podsPeer
    | NAMESPACE labelSelector                                          # namespacesPeer
    | NAMESPACE name                                                   # namespacePeer
    | ANY NAMESPACE                                                    # anyNamespacePeer
    | ANYONE                                                           # anyonePeer
    | DNS                                                              # dnsPeer
    | INTERNET                                                         # internetPeer
    | NODES                                                            # nodesPeer
    | APISERVER                                                        # apiserverPeer
    | SERVICE qualifiedName                                            # servicePeer
    | addressRange ( EXCEPT addressRange )?                            # addressPeer
    | peerName                                                         # namedPeer
    ;
// Addresses behind `except` and a comma belong to the exception. dev.knet.parse.RelationBuilder puts them there: as a
// rule it would be ambiguous with the list of peers, and every comma would cost a look at the whole rest of the list.

scope
    : NAMESPACE labelSelector # matchingScope
    | ANY NAMESPACE           # anyScope
    | NAMESPACE name          # namedScope
    | name                    # namedScope
    ;

selector : OPEN_PAREN ( requirement ( COMMA requirement )* )? CLOSE_PAREN ;
// Of namespaces: what is left out must not mean all of them, which is said by `any namespace`.
labelSelector : OPEN_PAREN requirement ( COMMA requirement )* CLOSE_PAREN ;
requirement
    : NOT labelKey
    | labelKey ( ( EQUALS | DOUBLE_EQUALS | NOT_EQUALS ) labelValue | ( IN | NOTIN ) labelValues )?
    ;
labelValues : OPEN_PAREN labelValue ( COMMA labelValue )* CLOSE_PAREN ;

ports : port ( COMMA port )* ;
port
    : protocol ( SLASH ( INTEGER | INTEGER_RANGE ) )?   # protocolPort
    | ANY PORT                                          # anyPort
    | portName                                          # namedPort
    ;
protocol : TCP | UDP | SCTP ;
addressRange : ( IPV4 | IPV6 ) ( SLASH INTEGER )? ;

// ---- names

qualifiedName : name ( SLASH name )? | DOT_SLASH name ;
// A bare name among peers: the words that are peers by themselves need a namespace or `./` in front.
peerName : freeName ( SLASH name )? | standalonePeer SLASH name | DOT_SLASH name ;

name : NAME | STRING | keyword | standalonePeer | protocol ;
freeName : NAME | STRING | keyword | protocol ;
portName : NAME | STRING | keyword | standalonePeer ;
objectName : NAME | WORD | STRING | keyword | standalonePeer | protocol ;
text : STRING | TEXT_BLOCK ;
texts : text ( COMMA text )* ;

standalonePeer : PODS | ANYONE | DNS | INTERNET | NODES | APISERVER ;
keyword
    : PACKAGE | TOPOLOGY | USE | PARAM | ENVIRONMENT | NEW | CLUSTER | NAMESPACE | EXISTING
    | POD | DEPLOYMENT | STATEFULSET | DAEMONSET | JOB | CRONJOB
    | LABELS | ANNOTATIONS | YAML | ACCOUNT | HOST | NETWORK | REPLICAS
    | CONTAINER | INIT | SIDECAR | IMAGE | PORT | COMMAND | ARGS
    | ENV | SECRET | CONFIG | FIELD | KEY | OPTIONAL | CPU | MEMORY
    | READY | LIVE | STARTUP | HTTP | HTTPS | GRPC | EXEC | EVERY | AFTER | TIMEOUT | FAILURES
    | SERVICE | FOR | NODEPORT | LOADBALANCER | HEADLESS | EXTERNAL | AT
    | SESSION_AFFINITY | EXTERNAL_TRAFFIC | INTERNAL_TRAFFIC | LOCAL | IP_FAMILIES | PREFER | FAMILY_V4 | FAMILY_V6
    | PUBLISH_NOT_READY | CLASS
    | ALLOWS | ALLOW | REACHES | REACH | DENIES | DENY | EXPECT | ONLY | CANNOT
    | INGRESS | EGRESS | ALL | TO | FROM | ON | BECAUSE | UNTIL
    | POLICY | GROUP | PORTS
    | IN | NOTIN | ANY | EXCEPT
    | CNI | KUBERNETES
    | KUBE_DNS | OPENSHIFT | NODE_LOCAL | OFF
    ;
