// Formats of addresses: hosts, mailboxes, URIs. Each function tells whether the whole text is one.
#pragma once

#include <string_view>

namespace factlint::schema {

bool is_hex_digit(char c);

bool is_ipv4(std::string_view text);           ///< RFC 2673, 3.2: four decimal numbers without leading zeros
bool is_ipv6(std::string_view text);           ///< RFC 4291, 2.2; no zone
bool is_hostname(std::string_view text);       ///< RFC 1123, 2.1; labels that begin with xn-- as in RFC 5891
bool is_idn_hostname(std::string_view text);   ///< RFC 5890 to 5893
bool is_email(std::string_view text);          ///< RFC 5321, 4.1.2: Mailbox
bool is_idn_email(std::string_view text);      ///< RFC 6531: letters of any script in both parts
bool is_uri(std::string_view text);            ///< RFC 3986, 3
bool is_uri_reference(std::string_view text);  ///< RFC 3986, 4.1
bool is_iri(std::string_view text);            ///< RFC 3987: the same with letters of any script
bool is_iri_reference(std::string_view text);
bool is_uri_template(std::string_view text);  ///< RFC 6570

}  // namespace factlint::schema
