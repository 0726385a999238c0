{{/* What each role works with. Environment, secrets, connections and network policy all follow from this table. */}}
{{- define "anteroom.needs" -}}
signup: [web, control, messaging, platform, keycloak-admin, sign-up]
operator: [web, control, keycloak-operators]
staff: [web, control, tenants, messaging, access, files, stripe, keycloak-staff]
portal: [web, control, tenants, messaging, access, files, stripe]
worker: [web, control, tenants, owner, messaging, platform, delivery, access, files, addresses, stripe, keycloak-admin, work]
migrate: [owner, fleet]
{{- end }}

{{- define "anteroom.roles" -}}
{{- list "signup" "operator" "staff" "portal" "worker" | toJson -}}
{{- end }}

{{- define "anteroom.fullname" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}{{ end -}}
{{- end }}

{{/* Of a role: (dict "root" $ "role" "portal") */}}
{{- define "anteroom.name" -}}
{{ include "anteroom.fullname" .root }}-{{ .role }}
{{- end }}

{{- define "anteroom.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .role }}
{{- end }}

{{- define "anteroom.labels" -}}
{{ include "anteroom.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "anteroom.image" -}}
{{- if .Values.image.digest }}{{ .Values.image.repository }}@{{ .Values.image.digest }}{{ else }}{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end -}}
{{- end }}

{{/* The owner's pool: three connections for each schema at work and one more. The worker builds one at a time. */}}
{{- define "anteroom.ownerConnections" -}}
{{ add (mul 3 .) 1 }}
{{- end }}

{{/* The connections of one pod of a role. */}}
{{- define "anteroom.connections" -}}
{{- $needs := index (include "anteroom.needs" .root | fromYaml) .role -}}
{{- $each := index .root.Values.roles .role "connections" -}}
{{- $sum := add $each.control 1 -}}
{{- if has "tenants" $needs }}{{ $sum = add $sum (mul $each.subPools $each.perSubPool) }}{{ end -}}
{{- if has "owner" $needs }}{{ $sum = add $sum (include "anteroom.ownerConnections" 1 | int) }}{{ end -}}
{{ $sum }}
{{- end }}

{{/* All that pods may take at once: every role at its most, one more of each while it is rolled out, and the migration. */}}
{{- define "anteroom.allConnections" -}}
{{- $root := . -}}
{{- $sum := include "anteroom.ownerConnections" .Values.migration.parallel | int -}}
{{- range $role := include "anteroom.roles" . | fromJsonArray -}}
{{- $its := index $root.Values.roles $role -}}
{{- $most := ternary $its.autoscaling.maxReplicas $its.replicas $its.autoscaling.enabled -}}
{{- $sum = add $sum (mul (add $most 1) (include "anteroom.connections" (dict "root" $root "role" $role) | int)) -}}
{{- end -}}
{{ $sum }}
{{- end }}

{{/* The pod-level settings that the Deployments and the Job share. */}}
{{- define "anteroom.pod" -}}
automountServiceAccountToken: false
# Else Kubernetes adds variables of its own for each Service, such as ANTEROOM_STAFF_PORT, which would be taken for settings.
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets: {{ toJson . }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  seccompProfile: {type: RuntimeDefault}
{{- with .root.Values.nodeSelector }}
nodeSelector: {{ toJson . }}
{{- end }}
{{- with .root.Values.tolerations }}
tolerations: {{ toJson . }}
{{- end }}
volumes:
  # Uploads on their way, and Tomcat's own; everything else is read-only. What has to fit: see docs/files.md.
  - name: tmp
    emptyDir: {sizeLimit: 1Gi}
  {{- with .root.Values.database.authority }}
  - name: database-authority
    secret:
      secretName: {{ .name }}
      items: [{key: {{ .key }}, path: database.crt}]
  {{- end }}
{{- end }}

{{- define "anteroom.container" -}}
image: {{ include "anteroom.image" .root | quote }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  {{- if .root.Values.database.authority }}
  - name: database-authority
    mountPath: /etc/anteroom
    readOnly: true
  {{- end }}
{{- end }}
