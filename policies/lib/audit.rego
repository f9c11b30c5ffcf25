# METADATA
# title: Audit settings are bits
package mdi.lib.audit

# covers says whether a setting audits at least what is wanted; a superset does.
covers(setting, wanted) := bits.and(setting, wanted) == wanted
