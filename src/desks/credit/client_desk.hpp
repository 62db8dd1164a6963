// What the company and the underwriters add to the desk: questionnaire and grid behind links, lists imported, the
// directory of insurers.
#pragma once

#include <vector>

#include "floor/joining/joining.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/search.hpp"
#include "web/phrasebook.hpp"

namespace credit {

std::vector<visit::Route> client_routes();
std::span<const web::Sentence> client_sentences();
std::vector<visit::SearchSource> search();
joining::Kinds sign_ups();

}  // namespace credit
