package schema

// Cloud is what a cloud calls its own, as the table of clouds has it. A step reads it as `cloud`, so that no step names the hosts
// of another cloud than the tenant's.
type Cloud struct {
	// Host of the Defender portal.
	Portal string `json:"portal"`
	// What follows the name of the workspace and "sensorapi" in the host of the sensor API.
	SensorAPISuffix string `json:"sensor_api_suffix"`
	// Hosts of the sensor package, sorted.
	PackageHosts []string `json:"package_hosts"`
	// Pattern of the streamlined hosts of Defender for Endpoint.
	EndpointHosts string `json:"endpoint_hosts"`
	// Number of the download that lists the addresses of its service tags.
	AddressList string `json:"address_list"`
}
