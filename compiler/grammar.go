package compiler

// kind is what an attribute of the spec holds.
type kind string

const (
	kString   kind = "a string"
	kBool     kind = "true or false"
	kInt      kind = "a whole number"
	kAny      kind = "a value"
	kList     kind = "a list of strings"
	kDuration kind = "a duration such as 90m, 72h or 7d"
	kDate     kind = "a day such as 2026-12-05"
	kTime     kind = "a time such as 2026-12-05T20:00:00Z"
	kLocal    kind = "a local time such as 2026-12-05T20:00"
	kExpr     kind = "an expression" // kept, evaluated later
)

// shape is what a block may hold. enum restricts single attributes.
type shape struct {
	labels   int
	attrs    map[string]kind
	required []string
	enum     map[string][]string
	blocks   map[string]*shape
	single   bool // at most one in a spec
	free     bool // any attribute: the model decides
}

// Profiles are the rule-set profiles a spec can name beside auto.
var Profiles = []string{"classic-2023", "v2-current", "v3-current"}

var sensorAttrs = map[string]kind{
	"generation": kString, "wave": kString, "workspace": kString, "connectivity": kString, "migrate": kBool, "onboarding": kString,
	"unattended": kBool, "install_volume": kString, "custom_log_path": kString, "delayed_update": kBool, "domain_controllers": kList,
	"mirrored_dcs": kList, "proxy_url": kString, "proxy_user": kString, "radius_target": kBool, "syslog_sender": kBool,
	"window_starts_at": kTime, "window_ends_at": kTime, "window_approved": kBool,
}

var sensorEnums = map[string][]string{"generation": {"v2", "v3", "standalone", "none"}, "onboarding": {"mde", "mdi_package"}}

func with(attrs map[string]kind, name string, k kind) map[string]kind {
	out := map[string]kind{name: k}
	for n, x := range attrs {
		out[n] = x
	}
	return out
}

var declared = &shape{free: true}

// grammar is the whole language of a spec.
var grammar = &shape{blocks: map[string]*shape{
	"deployment": {labels: 1, single: true, attrs: map[string]kind{"profile": kString, "facts_max_age": kDuration, "portal_era": kString,
		"preview_allowed": kBool, "entra_actions": kBool, "remote_sam": kString, "recycle_bin": kBool, "standalone_accepted": kBool, "migration_attempts": kInt, "response_domains": kList, "policy_date": kDate},
		enum: map[string][]string{"profile": append([]string{"auto"}, Profiles...), "remote_sam": {"retired", "legacy"}}},
	"variable": {labels: 1, attrs: map[string]kind{"type": kExpr, "description": kString, "default": kExpr},
		blocks: map[string]*shape{"validation": {attrs: map[string]kind{"condition": kExpr, "error_message": kString}, required: []string{"condition", "error_message"}}}},
	"locals": {free: true},
	"tenant": {labels: 1, single: true, attrs: map[string]kind{"cloud": kString, "migrate_to_cloud": kString},
		enum: map[string][]string{"cloud": {"commercial", "gcc", "gcc_high", "dod"}, "migrate_to_cloud": {"gcc", "gcc_high", "dod"}}},
	"workspace": {labels: 1, single: true, attrs: map[string]kind{"expected_geography": kString, "region_accepted": kBool, "endpoints": kList, "health_mail_recipients": kList, "test_mode_ends_on": kDate},
		blocks: map[string]*shape{"tags": {labels: 1, attrs: map[string]kind{"entities": kList}, required: []string{"entities"}}, "exclusions": {labels: 1, attrs: map[string]kind{"entities": kList}, required: []string{"entities"}}}},
	"forest": {labels: 1, blocks: map[string]*shape{"domain": {labels: 1}}},
	"directory_service_accounts": {single: true, attrs: map[string]kind{"kind": kString, "absence_accepted": kBool, "sharing": kString},
		enum: map[string][]string{"kind": {"decide", "gmsa", "user", "local_service", "none"}, "sharing": {"per_domain", "shared"}}},
	"directory_service_account": {labels: 1, attrs: map[string]kind{"kind": kString, "name": kString, "domain": kString, "serves": kList, "readers": kString},
		required: []string{"name", "domain"}, enum: map[string][]string{"kind": {"gmsa", "user"}}},
	"action_account": {single: true, attrs: map[string]kind{"mode": kString, "ous": kList, "change_groups": kBool}, enum: map[string][]string{"mode": {"local_system", "gmsa"}}},
	"connectivity": {labels: 1, attrs: map[string]kind{"method": kString}, required: []string{"method"}, enum: map[string][]string{"method": {"direct", "proxy", "expressroute", "service_tag"}},
		blocks: map[string]*shape{"proxy": {single: true, attrs: map[string]kind{"url": kString, "auth": kString, "user": kString}, required: []string{"url"}, enum: map[string][]string{"auth": {"none", "basic"}}}}},
	"auditing": {single: true, attrs: map[string]kind{"method": kString, "gpo_prefix": kString, "entra_connect_gpo": kBool, "power_gpo": kBool, "ca_start_stop": kBool},
		enum: map[string][]string{"method": {"decide", "automatic", "gpo", "manual"}}},
	"rbac":    {single: true, attrs: map[string]kind{"use_legacy_groups": kBool, "scopes": kList}},
	"vpn":     {single: true, attrs: map[string]kind{"enabled": kBool, "vendor": kString, "port": kInt, "on_off_messages": kBool, "secret_fingerprint": kString}, enum: map[string][]string{"vendor": {"microsoft", "f5", "check_point", "cisco_asa", "other"}}},
	"syslog":  {single: true, attrs: map[string]kind{"enabled": kBool, "endpoints": kList}},
	"sensor":  {labels: 1, attrs: sensorAttrs, enum: sensorEnums},
	"sensors": {labels: 1, attrs: with(sensorAttrs, "for_each", kExpr), required: []string{"for_each"}, enum: sensorEnums},
	"server":  {labels: 1, attrs: map[string]kind{"demotes_at": kTime, "patched_monthly": kBool}},
	"exclude": {labels: 1, attrs: map[string]kind{"reason": kString}, required: []string{"reason"}},
	"wave":    {labels: 1, attrs: map[string]kind{"after": kList, "max_parallel": kInt, "max_parallel_per_site": kInt, "max_parallel_per_domain": kInt, "soak": kDuration, "approval": kString, "window": kString}},
	"window": {labels: 1, attrs: map[string]kind{"start": kLocal, "duration": kDuration, "timezone": kString, "repeats": kString}, required: []string{"start", "duration"},
		enum: map[string][]string{"repeats": {"never", "daily", "weekly"}}},
	"freeze": {labels: 1, attrs: map[string]kind{"from": kDate, "to": kDate}, required: []string{"from", "to"}},
	"change": {single: true, attrs: map[string]kind{"id": kString, "summary": kString, "type": kString, "reason": kString, "requester": kString, "owner": kString, "implementer": kString, "approvers": kList, "back_out_by": kDuration, "approved_until": kTime},
		enum:   map[string][]string{"type": {"normal", "standard", "emergency"}},
		blocks: map[string]*shape{"contact": {labels: 1, attrs: map[string]kind{"address": kString}, required: []string{"address"}}}},
	"policy": {single: true, blocks: map[string]*shape{
		"severity":  {labels: 1, attrs: map[string]kind{"is": kString, "reason": kString}, required: []string{"is", "reason"}, enum: map[string][]string{"is": {"blocker", "high", "medium", "low", "info"}}},
		"parameter": {labels: 1, attrs: map[string]kind{"value": kAny}, required: []string{"value"}}}},
	"waiver": {labels: 1, attrs: map[string]kind{"subjects": kList, "reason": kString, "approver": kString, "expires": kDate}, required: []string{"subjects", "reason", "approver", "expires"}},
	"declare": {blocks: map[string]*shape{"tenant": declared, "workspace": declared, "network": declared, "ata": declared, "workstation": declared,
		"forest": {labels: 1, free: true}, "domain": {labels: 1, free: true}, "server": {labels: 1, free: true}, "sensor": {labels: 1, free: true}, "account": {labels: 1, free: true}, "path": {labels: 1, free: true}}},
}}
