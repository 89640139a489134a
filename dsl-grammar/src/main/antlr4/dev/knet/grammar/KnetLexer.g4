/*
 * The words of a .knet file. Every keyword is contextual: it has a token of its own so that the parser can predict by
 * one token, and the parser's `name` rule takes all of them as names again.
 */
lexer grammar KnetLexer;

channels { COMMENTS, DOCS }

// Stands between statements. Never matched here: dev.knet.parse.StatementTokens makes it of new lines and `;`.
tokens { END }

// Keywords of files
PACKAGE : 'package' ;
TOPOLOGY : 'topology' ;
USE : 'use' ;
PARAM : 'param' ;
ENVIRONMENT : 'environment' ;
NEW : 'new' ;
CLUSTER : 'cluster' ;
NAMESPACE : 'namespace' ;
EXISTING : 'existing' ;

// Keywords of workloads
POD : 'pod' ;
DEPLOYMENT : 'deployment' ;
STATEFULSET : 'statefulset' ;
DAEMONSET : 'daemonset' ;
JOB : 'job' ;
CRONJOB : 'cronjob' ;
LABELS : 'labels' ;
ANNOTATIONS : 'annotations' ;
YAML : 'yaml' ;
ACCOUNT : 'account' ;
HOST : 'host' ;
NETWORK : 'network' ;
CONTAINER : 'container' ;
INIT : 'init' ;
SIDECAR : 'sidecar' ;
IMAGE : 'image' ;
REPLICAS : 'replicas' ;
PORT : 'port' ;
COMMAND : 'command' ;
ARGS : 'args' ;
ENV : 'env' ;
SECRET : 'secret' ;
CONFIG : 'config' ;
FIELD : 'field' ;
KEY : 'key' ;
OPTIONAL : 'optional' ;
CPU : 'cpu' ;
MEMORY : 'memory' ;
READY : 'ready' ;
LIVE : 'live' ;
STARTUP : 'startup' ;
HTTP : 'http' ;
HTTPS : 'https' ;
GRPC : 'grpc' ;
EXEC : 'exec' ;
EVERY : 'every' ;
AFTER : 'after' ;
TIMEOUT : 'timeout' ;
FAILURES : 'failures' ;

// Keywords of services
SERVICE : 'service' ;
FOR : 'for' ;
NODEPORT : 'nodeport' ;
LOADBALANCER : 'loadbalancer' ;
HEADLESS : 'headless' ;
EXTERNAL : 'external' ;
AT : 'at' ;
SESSION_AFFINITY : 'session-affinity' ;
EXTERNAL_TRAFFIC : 'external-traffic' ;
INTERNAL_TRAFFIC : 'internal-traffic' ;
LOCAL : 'local' ;
IP_FAMILIES : 'ip-families' ;
PREFER : 'prefer' ;
FAMILY_V4 : 'ipv4' ;
FAMILY_V6 : 'ipv6' ;
PUBLISH_NOT_READY : 'publish-not-ready' ;
CLASS : 'class' ;

// Keywords of relations
ALLOWS : 'allows' ;
ALLOW : 'allow' ;
REACHES : 'reaches' ;
REACH : 'reach' ;
DENIES : 'denies' ;
DENY : 'deny' ;
EXPECT : 'expect' ;
ONLY : 'only' ;
CANNOT : 'cannot' ;
INGRESS : 'ingress' ;
EGRESS : 'egress' ;
ALL : 'all' ;
TO : 'to' ;
FROM : 'from' ;
ON : 'on' ;
BECAUSE : 'because' ;
UNTIL : 'until' ;
POLICY : 'policy' ;
GROUP : 'group' ;
PORTS : 'ports' ;

// Keywords of peers
PODS : 'pods' ;
IN : 'in' ;
NOTIN : 'notin' ;
ANY : 'any' ;
ANYONE : 'anyone' ;
EXCEPT : 'except' ;
DNS : 'dns' ;
INTERNET : 'internet' ;
NODES : 'nodes' ;
APISERVER : 'apiserver' ;

// Keywords of the cluster
CNI : 'cni' ;
KUBERNETES : 'kubernetes' ;

// Keywords of the cluster's DNS
KUBE_DNS : 'kube-dns' ;
OPENSHIFT : 'openshift' ;
NODE_LOCAL : 'node-local' ;
OFF : 'off' ;

// Protocols
TCP : 'tcp' ;
UDP : 'udp' ;
SCTP : 'sctp' ;

// Punctuation
OPEN_BRACE : '{' ;
CLOSE_BRACE : '}' ;
OPEN_PAREN : '(' ;
CLOSE_PAREN : ')' ;
COMMA : ',' ;
SEMICOLON : ';' ;
ARROW : '->' ;
RANGE : '..' ;
EQUALS : '=' ;
DOUBLE_EQUALS : '==' ;
NOT_EQUALS : '!=' ;
NOT : '!' ;
SLASH : '/' ;
DOT_SLASH : './' ;

// The value of a parameter, outside of strings
PARAMETER : '${' ~[}\r\n]* '}' ;

// Names and literals. WORD is what is none of the others: LOG_LEVEL, com.acme.shop, app.kubernetes.io, v1.2.3
INTEGER : DIGIT+ ;
INTEGER_RANGE : DIGIT+ '-' DIGIT+ ;
NAME : [a-z] ([a-z0-9-]* [a-z0-9])? ;
IPV4 : DIGIT+ '.' DIGIT+ '.' DIGIT+ '.' DIGIT+ ;
IPV6 : HEX* ':' HEX* ':' [0-9a-fA-F:.]* ;
WORD : SEGMENT ('.' SEGMENT)* ;

TEXT_BLOCK : '"""' BLOCK_CHARACTER* '"""' ;
UNCLOSED_TEXT_BLOCK : '"""' BLOCK_CHARACTER* '"'? '"'? '\\'? ;
STRING : '"' STRING_CHARACTER* '"' ;
UNCLOSED_STRING : '"' STRING_CHARACTER* '\\'? ;

// Comments. A row of more than three slashes is a divider, not a doc comment.
DIVIDER : '////' ~[\r\n]* -> channel(COMMENTS) ;
DOC_COMMENT : '///' ~[\r\n]* -> channel(DOCS) ;
LINE_COMMENT : '//' ~[\r\n]* -> channel(COMMENTS) ;
BLOCK_COMMENT : '/*' COMMENT_BODY '*'+ '/' -> channel(COMMENTS) ;
UNCLOSED_COMMENT : '/*' COMMENT_BODY '*'* ;

NEWLINE : '\r'? '\n' | '\r' ;
BLANK : [ \t]+ -> skip ;
// Any other character. As dev.knet.parse.Utf16CharStream shows them, 1 and 2 are the halves of one beyond 16 bits.
UNKNOWN : '\u0001' '\u0002' | . ;

fragment DIGIT : [0-9] ;
fragment HEX : [0-9a-fA-F] ;
fragment SEGMENT : [A-Za-z0-9_] ([A-Za-z0-9_-]* [A-Za-z0-9_])? ;
fragment STRING_CHARACTER : ~["\\\r\n] | '\\' ~[\r\n] ;
fragment BLOCK_CHARACTER : '"'? '"'? ( ~["\\] | '\\' . ) ;
fragment COMMENT_BODY : ( ~'*' | '*'+ ~[*/] )* ;
