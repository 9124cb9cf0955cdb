"""The queries behind a page, each for one kind of thing; a thing with several values comes in several rows.

Each asks within a graph where it can: over the union of all, the database would make every pair of graphs.
"""

LABELS = """
SELECT DISTINCT ?thing ?label ?kind {
  VALUES ?kind { td:Person td:State td:Organization td:Group td:Territory }
  GRAPH ?graph { ?thing a ?kind ; td:label ?label } } ORDER BY ?thing ?kind ?label"""

GAZETTEER_LABELS = "SELECT ?thing ?label { GRAPH <GAZETTEER> { ?thing td:label ?label } } ORDER BY ?thing ?label"

TEXTS = "SELECT ?article ?text { GRAPH ?graph { ?article a td:Article ; nif:isString ?text } } ORDER BY ?article"

ROLES = """
SELECT DISTINCT ?article ?actor ?role {
  GRAPH ?graph { ?article a td:Article . ?actor a td:Actor ; td:role ?role } } ORDER BY ?article ?actor ?role"""

VOICES = "SELECT DISTINCT ?actor ?state { ?actor a td:Actor ; td:represents ?state } ORDER BY ?actor ?state"

PLACES = """
SELECT DISTINCT ?territory ?whole ?point { ?territory a td:Territory
  OPTIONAL { ?territory td:partOf ?whole }
  OPTIONAL { ?territory geo:hasDefaultGeometry/geo:asWKT ?point } } ORDER BY ?territory ?whole ?point"""

NAMES = """
SELECT DISTINCT ?territory ?party ?form { ?territory a td:Territory .
  ?name td:nameOf ?territory ; td:party ?party ; skosxl:literalForm ?form } ORDER BY ?territory ?party ?form"""

TREATIES = """
SELECT ?treaty (MIN(?name) AS ?label) (MIN(?when) AS ?year) (MIN(STR(?sort)) AS ?kind)
  (COUNT(DISTINCT ?graph) AS ?articles) {
  GRAPH ?graph { ?treaty a td:Treaty ; td:label ?name ; td:mentions ?mention
    OPTIONAL { ?treaty td:year ?when } OPTIONAL { ?treaty td:kind ?sort } } } GROUP BY ?treaty ORDER BY ?treaty"""

POSITIONS = """
SELECT ?fact ?who ?article ?date ?stance ?thing ?words ?toward ?share ?speaker {
  GRAPH ?graph { ?fact a td:Position ; td:holder ?who ; td:stance ?stance ; td:article ?article
    OPTIONAL { ?fact td:date ?date }
    OPTIONAL { ?fact td:target ?thing }
    OPTIONAL { ?fact td:targetText/oa:exact ?words }
    OPTIONAL { ?fact td:toward ?toward }
    OPTIONAL { ?fact td:statement/td:speaker ?speaker }
    OPTIONAL { ?fact td:share ?share } } } ORDER BY ?fact"""

STATEMENTS = """
SELECT ?fact ?who ?article ?date ?mode ?about ?kind {
  VALUES ?kind { td:Statement td:Attitude }
  GRAPH ?graph { ?fact a ?kind ; td:speaker ?who ; td:article ?article
    OPTIONAL { ?fact td:date ?date }
    OPTIONAL { ?fact td:mode ?mode }
    OPTIONAL { ?fact td:about ?about } } } ORDER BY ?fact ?about"""

EVENTS = """
SELECT ?fact ?who ?article ?date ?type ?subtype ?status ?about {
  GRAPH ?graph { ?fact a td:Event ; td:type ?type ; td:status ?status ; td:article ?article
    OPTIONAL { ?fact td:date ?date }
    OPTIONAL { ?fact td:subtype ?subtype }
    OPTIONAL { ?fact td:participants ?who }
    OPTIONAL { ?fact td:territories ?about } } } ORDER BY ?fact ?who ?about"""

SPANS = """
SELECT ?fact ?how ?start ?words ?sentence ?beginning {
  VALUES ?how { td:content td:cue td:source td:evidence }
  GRAPH ?graph { ?fact ?how ?span . ?span oa:start ?start ; oa:exact ?words
    OPTIONAL { ?span td:sentence ?around . ?around oa:start ?beginning ; oa:exact ?sentence } }
} ORDER BY ?fact ?start ?how"""
