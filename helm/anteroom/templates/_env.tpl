{{/* A variable whose value is written, and one that is read from a secret that stands in the cluster. */}}
{{- define "anteroom.env" -}}
- name: {{ index . 0 }}
  value: {{ index . 1 | toString | quote }}
{{ end }}

{{- define "anteroom.secret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef: {name: {{ index . 1 "name" | quote }}, key: {{ index . 1 "key" | quote }}}
{{ end }}

{{/* A property's name as an environment variable: anteroom.work.polling-interval -> ANTEROOM_WORK_POLLINGINTERVAL. */}}
{{- define "anteroom.variable" -}}
{{ . | replace "-" "" | replace "." "_" | upper }}
{{- end }}

{{/* The environment of a role. */}}
{{- define "anteroom.environment" -}}
{{- $needs := index (include "anteroom.needs" .root | fromYaml) .role -}}
{{- $v := .root.Values -}}
{{- $its := index $v.roles .role | default dict -}}
{{ include "anteroom.env" (list "ANTEROOM_ROLES" .role) }}
{{- with $v.javaOptions }}{{ include "anteroom.env" (list "JDK_JAVA_OPTIONS" .) }}{{ end }}
{{- if has "web" $needs }}
{{- $keycloak := urlParse $v.keycloak.url }}
{{- $targets := concat (list (printf "%s://%s" $keycloak.scheme $keycloak.host)) $v.stripe.pages (list (printf "https://app.%s" $v.baseHost) (printf "https://%s" $v.baseHost)) }}
{{- include "anteroom.env" (list "ANTEROOM_WEB_BASEHOST" $v.baseHost) }}
{{- include "anteroom.env" (list "ANTEROOM_WEB_FORMTARGETS" (join "," $targets)) }}
{{- with $v.ingress.trustedProxies }}{{ include "anteroom.env" (list "SERVER_TOMCAT_REMOTEIP_INTERNALPROXIES" .) }}{{ end }}
{{- end }}
{{- if has "control" $needs }}
{{- include "anteroom.env" (list "ANTEROOM_TENANCY_URL" $v.database.url) }}
{{- include "anteroom.env" (list "ANTEROOM_TENANCY_CONTROLUSER" (printf "anteroom_%s" .role)) }}
{{- include "anteroom.secret" (list "ANTEROOM_TENANCY_CONTROLPASSWORD" (index $v.secrets.databaseControl .role)) }}
{{- include "anteroom.env" (list "ANTEROOM_TENANCY_CONTROLCONNECTIONS" $its.connections.control) }}
{{- end }}
{{- if has "tenants" $needs }}
{{- include "anteroom.env" (list "ANTEROOM_TENANCY_TENANTUSER" (printf "anteroom_tenant_%s" .role)) }}
{{- include "anteroom.secret" (list "ANTEROOM_TENANCY_TENANTPASSWORD" (index $v.secrets.databaseTenant .role)) }}
{{- include "anteroom.env" (list "ANTEROOM_TENANCY_SUBPOOLS" $its.connections.subPools) }}
{{- include "anteroom.env" (list "ANTEROOM_TENANCY_CONNECTIONSPERSUBPOOL" $its.connections.perSubPool) }}
{{- include "anteroom.env" (list "ANTEROOM_TENANCY_STATEMENTSPERCONNECTION" $its.connections.statements) }}
{{- end }}
{{- if has "owner" $needs }}
{{- include "anteroom.env" (list "ANTEROOM_MIGRATIONS_URL" $v.database.url) }}
{{- include "anteroom.env" (list "ANTEROOM_MIGRATIONS_USER" "anteroom_owner") }}
{{- include "anteroom.secret" (list "ANTEROOM_MIGRATIONS_PASSWORD" $v.secrets.databaseOwner) }}
{{- include "anteroom.env" (list "ANTEROOM_MIGRATIONS_PARALLEL" (ternary $v.migration.parallel 1 (has "fleet" $needs))) }}
{{- include "anteroom.env" (list "ANTEROOM_MIGRATIONS_SPARES" $v.spareSchemas) }}
{{- end }}
{{- if has "messaging" $needs }}
{{- include "anteroom.secret" (list "ANTEROOM_MESSAGING_SECRETKEY" $v.secrets.messagingKey) }}
{{- if $v.secrets.previousMessagingKey }}{{ include "anteroom.secret" (list "ANTEROOM_MESSAGING_PREVIOUSSECRETKEY" $v.secrets.previousMessagingKey) }}{{ end }}
{{- include "anteroom.env" (list "ANTEROOM_MESSAGING_FROMADDRESS" $v.mail.from) }}
{{- end }}
{{- if has "platform" $needs }}
{{- include "anteroom.env" (list "ANTEROOM_MESSAGING_PLATFORMNAME" $v.mail.senderName) }}
{{- with $v.mail.replyTo }}{{ include "anteroom.env" (list "ANTEROOM_MESSAGING_PLATFORMREPLYTO" .) }}{{ end }}
{{- end }}
{{- if has "delivery" $needs }}
{{- include "anteroom.env" (list "ANTEROOM_MESSAGING_SMTP_HOST" $v.mail.host) }}
{{- include "anteroom.env" (list "ANTEROOM_MESSAGING_SMTP_PORT" $v.mail.port) }}
{{- include "anteroom.env" (list "ANTEROOM_MESSAGING_SMTP_PROTECTION" $v.mail.protection) }}
{{- with $v.mail.username }}
{{- include "anteroom.env" (list "ANTEROOM_MESSAGING_SMTP_USERNAME" .) }}
{{- include "anteroom.secret" (list "ANTEROOM_MESSAGING_SMTP_PASSWORD" $v.secrets.mailPassword) }}
{{- end }}
{{- include "anteroom.env" (list "ANTEROOM_MESSAGING_SMS_GATEWAY" $v.sms.gateway) }}
{{- if ne $v.sms.gateway "none" }}
{{- with $v.sms.url }}{{ include "anteroom.env" (list "ANTEROOM_MESSAGING_SMS_URL" .) }}{{ end }}
{{- with $v.sms.account }}{{ include "anteroom.env" (list "ANTEROOM_MESSAGING_SMS_ACCOUNT" .) }}{{ end }}
{{- include "anteroom.secret" (list "ANTEROOM_MESSAGING_SMS_TOKEN" $v.secrets.smsToken) }}
{{- include "anteroom.env" (list "ANTEROOM_MESSAGING_SMS_FROM" $v.sms.from) }}
{{- end }}
{{- end }}
{{- if has "access" $needs }}
{{- include "anteroom.secret" (list "ANTEROOM_ACCESS_CODEKEY" $v.secrets.codeKey) }}
{{- end }}
{{- if has "files" $needs }}
{{- include "anteroom.secret" (list "ANTEROOM_FILES_KEY" $v.secrets.filesKey) }}
{{- if $v.secrets.previousFilesKey }}{{ include "anteroom.secret" (list "ANTEROOM_FILES_PREVIOUSKEY" $v.secrets.previousFilesKey) }}{{ end }}
{{- with $v.files.scanner }}{{ include "anteroom.env" (list "ANTEROOM_FILES_SCANNER_ADDRESS" .) }}{{ end }}
{{- if $v.files.objects.endpoint }}
{{- include "anteroom.env" (list "ANTEROOM_FILES_S3_ENDPOINT" $v.files.objects.endpoint) }}
{{- include "anteroom.env" (list "ANTEROOM_FILES_S3_BUCKET" $v.files.objects.bucket) }}
{{- include "anteroom.env" (list "ANTEROOM_FILES_S3_REGION" $v.files.objects.region) }}
{{- include "anteroom.secret" (list "ANTEROOM_FILES_S3_ACCESSKEY" $v.secrets.objectsAccessKey) }}
{{- include "anteroom.secret" (list "ANTEROOM_FILES_S3_SECRETKEY" $v.secrets.objectsSecretKey) }}
{{- end }}
{{- end }}
{{- if has "addresses" $needs }}
{{- include "anteroom.secret" (list "ANTEROOM_KNOWNADDRESSES_KEY" $v.secrets.knownAddressesKey) }}
{{- end }}
{{- if has "stripe" $needs }}
{{- include "anteroom.secret" (list "ANTEROOM_PAYMENTS_SECRETKEY" $v.secrets.stripeKey) }}
{{- include "anteroom.secret" (list "ANTEROOM_PAYMENTS_PLATFORMWEBHOOKSECRET" $v.secrets.stripePlatformWebhook) }}
{{- include "anteroom.secret" (list "ANTEROOM_PAYMENTS_CONNECTWEBHOOKSECRET" $v.secrets.stripeConnectWebhook) }}
{{- end }}
{{- if has "keycloak-admin" $needs }}
{{- include "anteroom.env" (list "ANTEROOM_CONTROLPLANE_KEYCLOAK_URL" (trimSuffix "/" $v.keycloak.url)) }}
{{- include "anteroom.env" (list "ANTEROOM_CONTROLPLANE_KEYCLOAK_REALM" $v.keycloak.realm) }}
{{- include "anteroom.secret" (list "ANTEROOM_CONTROLPLANE_KEYCLOAK_CLIENTSECRET" $v.secrets.keycloakPlatform) }}
{{- end }}
{{- $issuer := printf "%s/realms/%s" (trimSuffix "/" $v.keycloak.url) $v.keycloak.realm }}
{{- if has "keycloak-staff" $needs }}
{{- include "anteroom.env" (list "ANTEROOM_STAFF_ISSUER" $issuer) }}
{{- include "anteroom.secret" (list "ANTEROOM_STAFF_CLIENTSECRET" $v.secrets.keycloakStaff) }}
{{- end }}
{{- if has "keycloak-operators" $needs }}
{{- include "anteroom.env" (list "ANTEROOM_CONTROLPLANE_OPERATORS_ISSUER" $issuer) }}
{{- include "anteroom.secret" (list "ANTEROOM_CONTROLPLANE_OPERATORS_CLIENTSECRET" $v.secrets.keycloakOperators) }}
{{- end }}
{{- if has "sign-up" $needs }}
{{- include "anteroom.secret" (list "ANTEROOM_CONTROLPLANE_SIGNUP_FORMKEY" $v.secrets.signUpFormKey) }}
{{- include "anteroom.env" (list "ANTEROOM_CONTROLPLANE_SIGNUP_OPERATOR" $v.platform.operator) }}
{{- include "anteroom.env" (list "ANTEROOM_CONTROLPLANE_SIGNUP_CONTACT" $v.platform.contact) }}
{{- end }}
{{- if has "work" $needs }}
{{- include "anteroom.env" (list "ANTEROOM_WORK_THREADS" $its.threads) }}
{{- end }}
{{- if and $v.monitoring.traces.endpoint (has "web" $needs) }}
{{- include "anteroom.env" (list "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT" $v.monitoring.traces.endpoint) }}
{{- include "anteroom.env" (list "MANAGEMENT_TRACING_SAMPLING_PROBABILITY" $v.monitoring.traces.sampling) }}
{{- end }}
{{- range $name, $value := merge (dict) ($its.settings | default dict) $v.settings }}
{{- include "anteroom.env" (list (include "anteroom.variable" $name) $value) }}
{{- end }}
{{- end }}
