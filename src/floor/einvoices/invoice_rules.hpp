// What an electronic invoice says (P9), whatever bill it was made of. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/money.hpp"
#include "base/rule.hpp"
#include "base/time.hpp"

namespace einvoices {

inline constexpr base::Rule invoice_rules[] = {
    MANDAT_RULE("P9.facturx",
                "A bill of a seller whose VAT or SIREN number is known holds itself once more as Factur-X (EN 16931, "
                "CII) with the amounts of its paper to the cent: invoice 380, credit note 381, self-billed 389"),
    MANDAT_RULE("P9.pdf_a", "Such a bill is a PDF/A-3 whose file factur-x.xml is its data"),
    MANDAT_RULE("P9.platform",
                "An approved platform is a port, closed unless configured; opened, it is given each bill issued from "
                "the day that is set, again until it has it, and none twice once it said so"),
};

enum class Type { invoice, credit_note, self_billed };
std::string_view code_of(Type type);  // UNTDID 1001: "380"

struct Party {
  std::string name;
  std::string legal_form;  // "SAS au capital de 10 000 €"
  std::string street, postal_code, city;
  std::string country = "FR";  // ISO 3166-1
  std::string siren, vat_number;
};
// As bills write them, line by line: name, legal form, street, postal code and city, « SIREN … », « TVA … »; what is
// missing stays empty.
Party party_of(std::string_view lines);

struct Line {
  std::string text;
  base::Day day;
  base::Money net, vat;  // below zero: taken back
  base::Rate rate;
};
struct Invoice {
  Type type;
  std::string number;
  base::Day issued_on;
  std::string corrects;  // the number of the invoice that a credit note takes back
  Party seller, buyer;
  std::vector<Line> lines;
  base::Money net, vat;
  std::string payment;             // how and when
  std::vector<std::string> notes;  // what the law wants said
  std::string why_without_vat;     // of lines at 0 %
};
// EN 16931 asks for a number of the seller's: BT-31 where VAT is charged, BT-31 or BT-32 otherwise.
bool sufficient(const Invoice& invoice);

// The amounts of one rate: what is taxed and its tax.
struct VatGroup {
  base::Rate rate;
  base::Money net, vat;
};
std::vector<VatGroup> by_rate(const std::vector<Line>& lines);  // in the order of their first lines

std::string decimal(base::Money amount);  // "-1234.50"
std::string percent(base::Rate rate);     // "20.00", "8.50"

}  // namespace einvoices
