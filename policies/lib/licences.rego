# METADATA
# title: What a tenant owns
package mdi.lib.licences

# held are the part numbers of products in force; undefined when one of them was not read.
held(skus) := {sku.part_number | some sku in skus; sku.status in data.mdi.tables.licences.in_force} if {
	every sku in skus {
		is_string(sku.part_number)
		is_string(sku.status)
	}
}

# carriers are those of them in which the service plan of Defender for Identity works.
carriers(skus) := {sku.part_number | some sku in skus; sku.status in data.mdi.tables.licences.in_force; _works(sku)} if {
	held(skus)
	every sku in skus {
		is_object(sku.service_plans)
	}
}

_works(sku) if sku.service_plans[data.mdi.tables.licences.service_plan.id] in data.mdi.tables.licences.service_plan.working
