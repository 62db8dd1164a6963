// A firm brings its quote and its invoice as PDFs: the amounts are read there, and the person has the last word (W22).
#include "desks/works/closure/closure_actions.hpp"
#include "desks/works/quote/quote.hpp"
#include "floor/documents/held.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/works_scene.hpp"

namespace works {
namespace {

namespace scene = support::scene;
using base::Money;

class ReadingAmounts : public support::HouseOnBothEngines {
 protected:
  void SetUp() override {
    HouseOnBothEngines::SetUp();
    if (IsSkipped()) return;
    broker_ = scene::new_broker(house());
    firm_ = scene::new_firm(house());
    mandate_ = scene::ask(house(), broker_, scene::declare(house(), broker_), firm_);
    scene::accept(house(), firm_, mandate_);
  }

  web::Response send(std::string_view act, std::vector<std::pair<std::string, std::string>> fields,
                     std::string_view file_field, std::string_view pdf_text) {
    auto request =
        support::request_of(platform(), web::Method::post, job() + std::string(act), &firm_, support::form(fields));
    if (!pdf_text.empty())
      request.files.push_back(
          support::uploaded(file_field, "piece.pdf", support::sample_pdf(pdf_text), folder_.path()));
    return house().handle(std::move(request));
  }
  web::Response deposit(std::string ht, std::string ttc, std::string_view pdf_text, std::string held = "") {
    return send("/devis", {{"amount_ht", ht}, {"amount_ttc", ttc}, {"fichier_garde", held}}, "quote_file", pdf_text);
  }
  std::optional<quote::Quote> quote() {
    return read([&](db::Transaction& tx) { return quote::latest_of(tx, mandate_); });
  }
  std::string job() const { return "/chantiers/" + std::to_string(mandate_.value); }
  static std::string held_in(const web::Response& page) {
    const std::string mark = "name=\"fichier_garde\" value=\"";
    const auto at = page.body.find(mark);
    if (at == std::string::npos) return {};
    const auto begin = at + mark.size();
    return page.body.substr(begin, page.body.find('"', begin) - begin);
  }
  static bool shows(const web::Response& page, std::string_view words) {
    return support::text_of_html(page.body).find(words) != std::string::npos;
  }

  support::TemporaryFolder folder_;
  support::Person broker_, firm_;
  MandateId mandate_{};
};
MANDAT_ON_BOTH_ENGINES(ReadingAmounts);

constexpr std::string_view priced = "HT 1 000,00 TVA 100,00 TTC 1 100,00";

// W22.vat
TEST_P(ReadingAmounts, ShowsTheVatToConfirmAndTwoAmountsGiveTheThird) {
  const auto asked = deposit("", "", priced);
  EXPECT_TRUE(shows(asked, "100,00\u00a0€ de TVA")) << support::text_of_html(asked.body);
  EXPECT_NE(asked.body.find("name=\"amount_vat\" value=\"100,00\""), std::string::npos) << asked.body;
  const auto confirm = [&](std::string ht, std::string vat, std::string ttc) {
    return send("/devis",
                {{"amount_ht", ht}, {"amount_vat", vat}, {"amount_ttc", ttc}, {"fichier_garde", held_in(asked)}},
                "quote_file", "");
  };
  const auto wrong = confirm("1 000,00", "150,00", "1 100,00");
  EXPECT_EQ(wrong.status, 422);
  EXPECT_TRUE(shows(wrong, "Total HT + TVA ne font pas le total TTC"));
  EXPECT_NE(wrong.body.find("value=\"150,00\""), std::string::npos) << "what was typed is kept";
  EXPECT_FALSE(quote());
  EXPECT_EQ(confirm("1 000,00", "100,00", "").status, 303);
  ASSERT_TRUE(quote());
  EXPECT_EQ(quote()->amount_ttc, Money::euros(1100));
  EXPECT_NE(text_at(job(), &firm_).find("TVA 100,00"), std::string::npos) << text_at(job(), &firm_);
}

// W22.amounts_read
TEST_P(ReadingAmounts, ProposesWhatThePdfSaysWhereNothingWasTyped) {
  const auto asked = deposit("", "", priced);
  EXPECT_EQ(asked.status, 200);
  EXPECT_TRUE(shows(asked, "Lu dans votre PDF"));
  EXPECT_FALSE(quote());
  const std::string held = held_in(asked);
  ASSERT_FALSE(held.empty());
  EXPECT_NE(asked.body.find("value=\"1\u202F100,00\""), std::string::npos) << "the amount stands in its field";
  EXPECT_EQ(deposit("1 000,00", "1 100,00", "", held).status, 303);
  ASSERT_TRUE(quote());
  EXPECT_EQ(quote()->amount_ht, Money::euros(1000));
}

// W22.amounts_differ
TEST_P(ReadingAmounts, WarnsWhereTheyDifferAndTakesThePersonsWord) {
  const auto asked = deposit("900", "990", priced);
  EXPECT_TRUE(shows(asked, "Votre PDF indique"));
  EXPECT_FALSE(quote());
  EXPECT_EQ(deposit("900", "990", "", held_in(asked)).status, 303);
  EXPECT_EQ(quote()->amount_ttc, Money::euros(990));
}

TEST_P(ReadingAmounts, TakesAtOnceWhatAgreesAndWhatHoldsNoAmount) {
  EXPECT_EQ(deposit("1000", "1100", priced).status, 303);
  EXPECT_EQ(deposit("1 200", "1 320", "Devis").status, 303);
  EXPECT_EQ(quote()->amount_ht, Money::euros(1200));
  const auto empty = deposit("", "", "Devis");
  EXPECT_EQ(empty.status, 422);
  EXPECT_FALSE(held_in(empty).empty()) << "the file need not be chosen again";
}

TEST_P(ReadingAmounts, BelievesNoFileThatItDidNotHoldForThisFirm) {
  const std::string held = held_in(deposit("", "", priced));
  std::string forged = held;
  forged[forged.size() - 2] = forged[forged.size() - 2] == 'A' ? 'B' : 'A';
  EXPECT_EQ(deposit("1", "1", "", forged).status, 422);
  const auto other = scene::new_firm(house());
  EXPECT_TRUE(documents::held(platform(), firm_.actor.organisation, held));
  EXPECT_FALSE(documents::held(platform(), other.actor.organisation, held));
  house().clock().advance(base::hours(13));
  EXPECT_FALSE(documents::held(platform(), firm_.actor.organisation, held));
  EXPECT_FALSE(quote());
}

TEST_P(ReadingAmounts, ReadsTheInvoiceToo) {
  scene::validate_quote(house(), broker_, scene::upload_quote(house(), firm_, mandate_));
  const auto asked = send("/cloture", {{"invoiced_ht", ""}}, "invoice_file", priced);
  EXPECT_TRUE(shows(asked, "Lu dans votre PDF"));
  EXPECT_EQ(send("/cloture", {{"invoiced_ht", "1 000"}, {"fichier_garde", held_in(asked)}}, "invoice_file", "").status,
            303);
  const auto invoice = read([&](db::Transaction& tx) { return closure::invoice_of(tx, mandate_); });
  ASSERT_TRUE(invoice);
  EXPECT_EQ(invoice->amount_ht, Money::euros(1000));
}

}  // namespace
}  // namespace works
