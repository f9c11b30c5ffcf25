package schema

// RuleInput is what a rule may see as its input, for all subjects together: a rule on a server sees Server, Sensor, Domain
// and so on, a rule on the deployment sees the maps. The engine builds it; the type exists so that Rego is checked
// against the same schema as the facts.
type RuleInput struct {
	Run     *Run      `json:"run,omitzero"`
	Spec    *RuleSpec `json:"spec,omitzero"`
	Subject *Subject  `json:"subject,omitzero"`

	Tenant    *Tenant    `json:"tenant,omitzero"`
	Workspace *Workspace `json:"workspace,omitzero"`
	Forest    *Forest    `json:"forest,omitzero"`
	Domain    *Domain    `json:"domain,omitzero"`
	Server    *Server    `json:"server,omitzero"`
	Sensor    *Sensor    `json:"sensor,omitzero"`
	Account   *Account   `json:"account,omitzero"`
	Path      *Path      `json:"path,omitzero"`
	Network   *Network   `json:"network,omitzero"`

	Forests     map[string]*Forest  `json:"forests,omitzero"`
	Domains     map[string]*Domain  `json:"domains,omitzero"`
	Servers     map[string]*Server  `json:"servers,omitzero"`
	Sensors     map[string]*Sensor  `json:"sensors,omitzero"`
	Accounts    map[string]*Account `json:"accounts,omitzero"`
	Paths       map[string]*Path    `json:"paths,omitzero"`
	ATA         *ATA                `json:"ata,omitzero"`
	Workstation *Workstation        `json:"workstation,omitzero"`
}

// RuleSpec is the spec as a rule sees it; the maps are there for deployment rules only.
type RuleSpec struct {
	SpecInput
	Sensors map[string]*SpecSensor `json:"sensors,omitzero"`
	Servers map[string]*SpecServer `json:"servers,omitzero"`
}
