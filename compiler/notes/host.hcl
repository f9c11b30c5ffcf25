note "MDI-HOST-012" {
  title       = "The default paths and service names are known"
  text        = "Program below %ProgramFiles%\\Azure Advanced Threat Protection Sensor, logs in its folder Logs, services AATPSensor and AATPSensorUpdater."
  scope       = "server"
  generations = ["v2", "standalone"]
  steps       = ["sensor.verify_service"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/troubleshooting-using-logs"]
}

note "MDI-NETFX-002" {
  title       = "v3 does not depend on .NET Framework"
  text        = "No version of it is asked for."
  scope       = "server"
  generations = ["v3"]
  steps       = ["v3.activate", "v2_to_v3.migrate"]
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-3"]
}

note "MDI-OS-018" {
  title       = "The readiness script's own operating-system verdict is not relied upon"
  text        = "It accepts everything from Windows Server 2012 R2 on, which the sensor does not."
  scope       = "server"
  generations = ["v2", "v3", "standalone"]
  steps       = ["server.preflight"]
  sources     = ["https://github.com/microsoft/Microsoft-Defender-for-Identity"]
}

note "MDI-OS-019" {
  title       = "KB3047154 is never put on a virtualisation host"
  text        = "Setup used to bring the update to Windows Server 2012 R2. On a host of virtual machines it may break the mirroring of traffic."
  scope       = "server"
  generations = ["v2", "standalone"]
  when        = server.os_family == "ws2012r2"
  sources     = ["https://learn.microsoft.com/defender-for-identity/deploy/prerequisites-sensor-version-2"]
}
