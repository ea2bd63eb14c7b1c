/** Style sheets are the bundler's; to the type checker they hold nothing. */
declare module "*.css";
