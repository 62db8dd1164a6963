// A policy on its way to its signature, on both engines: taken to the link, the link's code typed, signed.
#pragma once

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "desks/credit/policy/policy_actions.hpp"
#include "floor/documents/own_file.hpp"
#include "support/contract_scene.hpp"
#include "support/files.hpp"
#include "support/house_on_both_engines.hpp"
#include "support/served.hpp"

namespace support {

class SigningOnBothEngines : public HouseOnBothEngines {
 protected:
  static std::string text(auto id) { return std::to_string(id.value); }

  // Sent for signature: accepted, watched over, drawn, sent.
  credit::PlacementId to_sign(const Person& broker, const contract_scene::Pairs& offer) {
    const auto id = contract_scene::presented(house(), broker);
    contract_scene::accepted(house(), broker, id, offer);
    contract_scene::watch(house(), broker, id);
    contract_scene::issued(house(), broker, id);
    contract_scene::sent(house(), broker, id);
    return id;
  }
  web::Response act_by_link(const std::string& token, const contract_scene::Pairs& fields) {
    return house().post("/signature/" + token, nullptr, form(fields));
  }
  // Asks for a code and types it: the page that may be signed.
  web::Response verified(credit::PlacementId id, const std::string& token) {
    EXPECT_EQ(act_by_link(token, {{"acte", "code"}}).status, 200);
    auto page = act_by_link(token, {{"acte", "verifier"}, {"code", contract_scene::signing_code(house(), id)}});
    EXPECT_EQ(page.status, 200);
    return page;
  }
  static std::string proof_in(const web::Response& page) {
    constexpr std::string_view before = "name=\"preuve\" value=\"";
    const auto at = page.body.find(before);
    EXPECT_NE(at, std::string::npos) << text_of_html(page.body);
    if (at == std::string::npos) return {};
    const auto from = at + before.size();
    return page.body.substr(from, page.body.find('"', from) - from);
  }
  std::string proven(credit::PlacementId id, const std::string& token) { return proof_in(verified(id, token)); }
  // Opens the policy, as he must, then signs it.
  web::Response sign(const std::string& token, const std::string& proof) {
    act_by_link(token, {{"acte", "lire"}, {"preuve", proof}});
    return act_by_link(token, {{"acte", "signer"}, {"preuve", proof}, {"reponse", "signer"}, {"consentement", "oui"}});
  }

  std::string bytes(documents::DocumentId id) {
    const auto document = read([&](db::Transaction& tx) { return documents::find(tx, id).value(); });
    return documents::bytes_of(platform().documents, document);
  }
  std::string words_of(documents::DocumentId pdf) {
    const TemporaryFolder folder;
    const auto path = folder.path() / "file.pdf", said = folder.path() / "file.txt";
    std::ofstream(path, std::ios::binary) << bytes(pdf);
    EXPECT_EQ(std::system(("pdftotext -raw '" + path.string() + "' '" + said.string() + "'").c_str()), 0);
    std::ifstream answer(said);
    return {std::istreambuf_iterator<char>(answer), {}};
  }
};

}  // namespace support
