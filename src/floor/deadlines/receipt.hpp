// The receipt of one delay for who takes part in its file: a desk's route finds the delay in its reader's scope, and
// says what of its story this reader may read (P4.receipt).
#pragma once

#include <string>

#include "floor/deadlines/deadlines.hpp"
#include "floor/visit/route.hpp"
#include "web/html/url.hpp"

namespace deadlines {

struct ReceiptReader {
  web::html::Url back;  // the page it was opened from
  std::string back_label;
  identity::OrganisationId told_to = {};  // only what was written to this organisation; none: to anybody
  std::string concerned = {};             // of several delays of one kind, whose this one is; empty: no need to say
};
web::Response receipt_page(visit::Visit& visit, const Deadline& deadline, const ReceiptReader& reader);

}  // namespace deadlines
