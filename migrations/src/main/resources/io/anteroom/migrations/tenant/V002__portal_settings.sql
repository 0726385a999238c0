-- How the clinic's portal looks and what it offers: what patients see, and beside it what is being worked on.

-- Logos as we encoded them ourselves, named by a hash of their bytes.
create table brand_logo (
    id         text        primary key check (id ~ '^[0-9a-f]{32}$'),
    png        bytea       not null check (length(png) between 1 and 1000000),
    width      integer     not null check (width between 1 and 1000),
    height     integer     not null check (height between 1 and 1000),
    created_at timestamptz not null
);

-- At most one row of each copy. No published row: nothing was published yet and the portal looks plain.
create table portal_design (
    copy     text   primary key check (copy in ('draft', 'published')),
    name     text   not null check (length(name) between 1 and 80),
    main     text   not null check (main ~ '^#[0-9a-f]{6}$'),
    accent   text   not null check (accent ~ '^#[0-9a-f]{6}$'),
    welcome  text   not null check (length(welcome) <= 600),
    phone    text   not null check (length(phone) <= 40),
    email    text   not null check (length(email) <= 254),
    address  text   not null check (length(address) <= 300),
    privacy  text   not null check (length(privacy) <= 20000),
    logo_id  text   references brand_logo (id),
    sections text[] not null
);

-- One row from the first change on; its lock orders two people who change the portal at once.
create table portal_settings (
    sole         boolean     primary key default true check (sole),
    switched_on  boolean     not null,
    published_at timestamptz
);
