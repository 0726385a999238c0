-- Prices that contain their tax, and discounts on a line and on the whole invoice. The amounts are still worked out here as
-- well as in the application; lines written before come to what they came to.

alter table invoice
    add column discount_basis_points integer not null default 0 check (discount_basis_points between 0 and 10000),
    add column discount_minor        bigint  not null default 0 check (discount_minor between 0 and 99999999),
    add constraint invoice_has_one_discount check (discount_basis_points = 0 or discount_minor = 0);

-- shared_discount_minor is the line's share of the invoice's discount.
alter table invoice_line
    add column tax_included          boolean not null default false,
    add column discount_basis_points integer not null default 0 check (discount_basis_points between 0 and 10000),
    add column discount_minor        bigint  not null default 0 check (discount_minor >= 0),
    add column shared_discount_minor bigint  not null default 0 check (shared_discount_minor >= 0),
    add constraint invoice_line_has_one_discount check (discount_basis_points = 0 or discount_minor = 0);

alter table invoice_line
    add column charged_minor bigint not null generated always as
        (round(quantity * unit_minor) - round(round(quantity * unit_minor) * discount_basis_points / 10000)
         - discount_minor - shared_discount_minor) stored,
    add constraint invoice_line_is_not_below_nothing check (charged_minor >= 0);

alter table invoice_line
    alter column tax_minor set expression as
        (round((round(quantity * unit_minor) - round(round(quantity * unit_minor) * discount_basis_points / 10000)
                - discount_minor - shared_discount_minor) * tax_basis_points
               / (10000 + case when tax_included then tax_basis_points else 0 end))),
    alter column net_minor set expression as
        (round(quantity * unit_minor) - round(round(quantity * unit_minor) * discount_basis_points / 10000)
         - discount_minor - shared_discount_minor
         - case when tax_included then
               round((round(quantity * unit_minor) - round(round(quantity * unit_minor) * discount_basis_points / 10000)
                      - discount_minor - shared_discount_minor) * tax_basis_points / (10000 + tax_basis_points))
           else 0 end);
