package schema

import "strings"

// SubjectKinds lists what a rule can judge, in the order in which verdicts and runbooks print it.
var SubjectKinds = []string{"tenant", "workspace", "deployment", "forest", "domain", "account", "server", "sensor", "path"}

// Subject is one thing that is judged. Key is empty for tenant, workspace and deployment, of which there is one each.
type Subject struct {
	Kind string `json:"kind"`
	Key  string `json:"key,omitzero"`
}

// String is "server/dc01.contoso.com", or "tenant" where there is one only. Verdicts, runbooks and spec ranges use it.
func (s Subject) String() string {
	if s.Key == "" {
		return s.Kind
	}
	return s.Kind + "/" + s.Key
}

// ParseSubject reads what String wrote.
func ParseSubject(text string) Subject {
	kind, key, _ := strings.Cut(text, "/")
	return Subject{Kind: kind, Key: key}
}
