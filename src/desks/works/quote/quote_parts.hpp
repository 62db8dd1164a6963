// Pieces of the claim's page on a quote: the market around it, and what the insured pays.
#pragma once

#include <optional>

#include "desks/works/file/file_view.hpp"

namespace works::quote {

// W22: the spread drawn, and told « Sur 12 devis des mêmes métiers dans le département : … »; or that there are too
// few.
web::html::Markup market_part(const Quote& quote, const std::optional<Spread>& market);

web::html::Markup terms_facts(const FileView& view, const Quote& quote);  // W24, read
web::html::Markup terms_part(const FileView& view, const Quote& quote);   // W24, read and changed

}  // namespace works::quote
