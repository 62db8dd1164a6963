// From the offer to the signed policy: what these concepts bring to the program, beside the rest of the desk
// (desk.hpp).
#pragma once

#include <span>
#include <vector>

#include "floor/deadlines/deadlines.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "web/phrasebook.hpp"

namespace credit {

std::vector<visit::Route> contract_routes();
std::span<const web::Sentence> contract_sentences();
void register_contract_delays(deadlines::Handlers& handlers);
std::span<const sms_templates::Template> sms_texts();
visit::DocumentRule contract_document_rule();  // who sees the documents of a placement

}  // namespace credit
