/*
 * The sentences of a .knet file: docs/reference/language.md in rules. Every statement ends with END, which
 * dev.knet.parse.StatementTokens puts where a new line, `;` or the end of a block ends one; so no rule here speaks of
 * lines. The rules that hold an END (fileStatement and the …Items) are where the parser recovers after an error.
 * Rules are as permissive as clear diagnostics need: what a number or a name may be is judged by dev.knet.resolve.
 */
parser grammar KnetParser;

options { tokenVocab = KnetLexer; }

// A file is `fileStatement* EOF`; dev.knet.parse.Parser is that loop, so that a wrong statement never ends it.
fileStatement : ( packageStatement | topologyStatement | clusterBlock | namespaceBlock | member ) END ;

packageStatement : PACKAGE packageName ;
packageName : NAME | WORD | keyword | standalonePeer | protocol ;
topologyStatement : TOPOLOGY name ;

clusterBlock : CLUSTER OPEN_BRACE clusterItem* CLOSE_BRACE ;
clusterItem : DNS clusterDns END ;
clusterDns
    : KUBE_DNS                # knownDns
    | OPENSHIFT               # knownDns
    | NODE_LOCAL              # knownDns
    | OFF                     # knownDns
    | peers ON ports          # ownDns
    ;

namespaceBlock : EXISTING? NAMESPACE name namespaceBody? ;
namespaceBody : OPEN_BRACE namespaceItem* CLOSE_BRACE ;
namespaceItem : ( labels | member ) END ;

// What may stand in a namespace or outside all of them.
member : workload | service | policy | sentence | isolation ;

// ---- things

workload : EXISTING? kind name workloadBody? ;
kind : POD | DEPLOYMENT ;
workloadBody : OPEN_BRACE workloadItem* CLOSE_BRACE ;
workloadItem : ( labels | replicas | containerBlock | containerProperty ) END ;
replicas : REPLICAS INTEGER ;
containerBlock : CONTAINER name OPEN_BRACE containerItem* CLOSE_BRACE ;
containerItem : containerProperty END ;
containerProperty
    : IMAGE text              # image
    | PORT name? portNumber   # containerPort
    | COMMAND texts           # command
    | ARGS texts              # args
    | ENV envName EQUALS text # env
    ;
portNumber : protocol SLASH INTEGER ;
envName : NAME | WORD | STRING | keyword | standalonePeer | protocol ;

labels : LABELS label ( COMMA? label )* ;
label : labelKey EQUALS labelValue ;
labelKey : labelWord ( SLASH labelWord )? | STRING ;
labelWord : NAME | WORD | INTEGER | keyword | standalonePeer | protocol ;
labelValue : NAME | WORD | INTEGER | INTEGER_RANGE | IPV4 | STRING | keyword | standalonePeer | protocol ;

service : SERVICE name ( FOR qualifiedName serviceType? servicePorts? sourceRanges? | EXTERNAL text ) ;
serviceType : NODEPORT | LOADBALANCER | HEADLESS ;
servicePorts : ON servicePort ( COMMA servicePort )* ;
servicePort : portNumber ( ARROW targetPort )? ( AT INTEGER )? ;
targetPort : INTEGER | name ;
sourceRanges : FROM addressRange ( COMMA addressRange )* ;

// ---- relations

policy : POLICY name OPEN_BRACE policyItem* CLOSE_BRACE ;
policyItem : ( sentence | isolation ) END ;

sentence : peers verb peers ( ON ports )? ;
verb : ALLOWS | ALLOW | REACHES | REACH ;

isolation : DENY ( INGRESS ( TO peers )? | EGRESS ( FROM peers )? | ALL ( FOR peers )? ) ;

peers : peer ( COMMA peer )* ;
peer
    : PODS selector? ( IN scope )?                                     # podsPeer
    | NAMESPACE labelSelector                                          # namespacesPeer
    | NAMESPACE name                                                   # namespacePeer
    | ANY NAMESPACE                                                    # anyNamespacePeer
    | ANYONE                                                           # anyonePeer
    | DNS                                                              # dnsPeer
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
text : STRING | TEXT_BLOCK ;
texts : text ( COMMA text )* ;

standalonePeer : PODS | ANYONE | DNS ;
keyword
    : PACKAGE | TOPOLOGY | CLUSTER | NAMESPACE | EXISTING
    | POD | DEPLOYMENT | LABELS | CONTAINER | IMAGE | REPLICAS | PORT | COMMAND | ARGS | ENV
    | SERVICE | FOR | NODEPORT | LOADBALANCER | HEADLESS | EXTERNAL | AT
    | ALLOWS | ALLOW | REACHES | REACH | DENY | INGRESS | EGRESS | ALL | TO | FROM | ON | POLICY
    | IN | NOTIN | ANY | EXCEPT
    | KUBE_DNS | OPENSHIFT | NODE_LOCAL | OFF
    ;
