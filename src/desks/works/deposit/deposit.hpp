// A PDF that a firm brings with its amounts: what the PDF says is proposed, and shown where it differs from what was
// typed (W22). Until the person confirms, the file is held and the form asks again.
#pragma once

#include <optional>
#include <string>

#include "base/outcome.hpp"
#include "floor/documents/documents.hpp"
#include "floor/papers/price_rules.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace works::deposit {

struct Deposit {
  documents::Prepared document;
  std::optional<papers::Prices> read;  // null: the person saw it already, and confirms
};

// The file that the form holds, else the one it brings in `file_field`; refused beside it.
base::Outcome<Deposit> take(visit::Visit& visit, const std::string& file_field);

// What the form says when it asks again.
struct Proposal {
  std::string held;      // for the hidden field
  std::string filename;  // shown
  papers::Prices read;
  enum class Because { left_empty, differs, refused } because;
};
// Null when the deposit can be taken as it is: the amounts typed are those read, or nothing was read, or they were
// confirmed. `typed`: null for an amount left empty, or that the form does not ask.
struct Typed {
  std::optional<base::Money> ht, ttc;
  bool asks_ttc;  // and the VAT with it
  std::optional<base::Money> vat = {};
};
std::optional<Proposal> proposal_of(const visit::Visit& visit, const Deposit& deposit, const Typed& typed);
// To keep the file of a form that is refused for another reason.
Proposal kept(const visit::Visit& visit, const Deposit& deposit);

// The head of the form: what was read and why, and the file that is held; without proposal, the file field alone.
web::html::Markup file_part(const std::optional<Proposal>& proposal, const web::ui::Field& file_field);
// The field with what was read, unless something was typed there.
web::ui::Field with_amount(web::ui::Field field, const std::optional<Proposal>& proposal,
                           std::optional<base::Money> papers::Prices::*which);

}  // namespace works::deposit
